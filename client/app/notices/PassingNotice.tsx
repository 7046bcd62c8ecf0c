/** Goes by itself, a moment after it has come into sight: whoever pressed undo, or drew an arrow, has gone on by then. */
import { useEffect, useEffectEvent } from 'react';
import { InTurn } from '#client/board/InTurn.tsx';
import { NoticeCard } from '#client/ui/messages/NoticeCard.tsx';

const passingMs = 12_000;

interface PassingNoticeProps {
  readonly text: string;
  readonly onSeen: () => void;
}

export function PassingNotice(props: PassingNoticeProps) {
  return (
    <InTurn as="news">
      <Passing {...props} />
    </InTurn>
  );
}

function Passing({ text, onSeen }: PassingNoticeProps) {
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
