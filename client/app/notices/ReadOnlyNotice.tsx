/** Why nothing can be changed. The reason stays in the bar as well, so that putting it away here loses nothing. */
import { Eye } from '#client/ui/icons/Eye.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useBoardView } from '#client/board/BoardContext.ts';
import type { LookOnlyReason } from '#client/connection/line/Line.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { Button } from '#client/ui/Button.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import { Notice } from '#client/board/Notice.tsx';

export function ReadOnlyNotice() {
  const { line, role } = useBoardView();
  if (line.kind !== 'readOnly') return null;
  const isLeading = mayDo(role, 'administer');
  // facilitators read it with what they can do about it (DamageNews)
  if (line.reason === 'damaged' && isLeading) return null;
  return <Reason key={line.reason} reason={line.reason} isLeading={isLeading} />;
}

function Reason({ reason, isLeading }: { readonly reason: LookOnlyReason; readonly isLeading: boolean }) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const [isSeen, setSeen] = useState(false);
  if (isSeen) return null;
  const isObserver = reason === 'observer';
  return (
    <Notice
      look={isObserver ? 'calm' : 'warning'}
      icon={isObserver ? <Eye aria-hidden="true" /> : undefined}
      acts={
        <>
          {/* the way out of a board that is too large, for who may take it */}
          {reason === 'documentTooLarge' && isLeading && (
            <Button onClick={() => screen.open('room')}>{t('room.open')}</Button>
          )}
          {reason === 'newerDocument' && <Button onClick={() => location.reload()}>{t('common.reload')}</Button>}
        </>
      }
      onDismiss={() => setSeen(true)}
    >
      <LiveText text={t(`line.readOnly.${reason}`)} />
    </Notice>
  );
}
