/** One message about work that the server did not take, or took back: how much, why, and what can be done with it. */
import { TriangleAlert } from '#client/ui/icons/TriangleAlert.tsx';
import { X } from '#client/ui/icons/X.tsx';
import { useTranslation } from 'react-i18next';
import type { Notice } from '#client/connection/BoardView.ts';
import { useBoard } from '#client/board/BoardContext.ts';
import { messageRefusals } from '#shared/wire/messages.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import noticeStyles from './Notices.module.css';
import { SetAsideActions } from './SetAsideActions.tsx';
import styles from './SetAsideNotice.module.css';

export interface SetAsideNoticeProps {
  readonly notice: Notice & { readonly kind: 'taken' | 'setAside' };
}

export function SetAsideNotice({ notice }: SetAsideNoticeProps) {
  const { t } = useTranslation();
  const { connection } = useBoard();
  return (
    <div className={noticeStyles['notice']} data-look="warning" role="alert">
      <TriangleAlert aria-hidden="true" />
      <div className={styles['said']}>
        <p>
          <NoticeText notice={notice} />
        </p>
        <SetAsideActions entry={notice.entry} />
      </div>
      <IconButton label={t('common.dismiss')} onClick={() => connection.dismiss(notice.id)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function NoticeText({ notice }: Pick<SetAsideNoticeProps, 'notice'>) {
  const { t } = useTranslation();
  if (notice.kind === 'taken')
    return t('notice.taken', { context: notice.why, count: notice.entry.things?.count ?? 1 });
  const reason = messageRefusals.find((code) => code === notice.reason) ?? 'invalid';
  return t('notice.setAside', { reason: t(`refused.${reason}`) });
}
