/** Goes by itself: whoever pressed undo, or drew an arrow, has gone on by then. */
import { useEffect, useEffectEvent } from 'react';
import { NoticeCard } from '#client/ui/messages/NoticeCard.tsx';

const passingMs = 12_000;

export function PassingNotice({ text, onSeen }: { readonly text: string; readonly onSeen: () => void }) {
  const latest = useEffectEvent(onSeen);
  useEffect(() => {
    const timer = setTimeout(() => latest(), passingMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <NoticeCard look="calm" role="alert" onDismiss={onSeen}>
      {text}
    </NoticeCard>
  );
}
