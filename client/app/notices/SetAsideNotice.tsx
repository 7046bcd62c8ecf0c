/** One message about work that the server did not take, or took back: how much, why, and what can be done with it. */
import { useTranslation } from 'react-i18next';
import type { Notice as Told } from '#client/connection/BoardView.ts';
import { useBoard } from '#client/board/BoardContext.ts';
import { messageRefusals } from '#shared/wire/messages.ts';
import { Notice } from '#client/board/Notice.tsx';
import { SetAsideActions } from './SetAsideActions.tsx';

export interface SetAsideNoticeProps {
  readonly notice: Told & { readonly kind: 'taken' | 'setAside' };
}

export function SetAsideNotice({ notice }: SetAsideNoticeProps) {
  const { connection } = useBoard();
  return (
    <Notice look="warning" role="alert" onDismiss={() => connection.dismiss(notice.id)}>
      <p>
        <NoticeText notice={notice} />
      </p>
      <SetAsideActions entry={notice.entry} />
    </Notice>
  );
}

function NoticeText({ notice }: Pick<SetAsideNoticeProps, 'notice'>) {
  const { t } = useTranslation();
  if (notice.kind === 'taken')
    return t('notice.taken', { context: notice.why, count: notice.entry.things?.count ?? 1 });
  const reason = messageRefusals.find((code) => code === notice.reason) ?? 'invalid';
  return t('notice.setAside', { reason: t(`refused.${reason}`) });
}
