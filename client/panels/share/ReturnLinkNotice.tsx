/** Once, for who has just started a board: the link that brings them back as its owner, which nobody else can give them. */
import { KeyRound } from '#client/ui/icons/KeyRound.tsx';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { InTurn } from '#client/board/InTurn.tsx';
import { isLoopback } from '#shared/wire/isLoopback.ts';
import { Button } from '#client/ui/Button.tsx';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { shareOrigins } from '#shared/wire/shareOrigins.ts';
import noticeStyles from '#client/ui/messages/NoticeCard.module.css';
import styles from './ReturnLinkNotice.module.css';
import { useReturnLink } from './useReturnLink.ts';

export function ReturnLinkNotice({ onSeen }: { readonly onSeen: () => void }) {
  const { t } = useTranslation();
  const { server, origin } = useBoard();
  const [shown, setShown] = useState<string | null>(null);
  const { link } = useReturnLink();
  useEffect(() => {
    let isShown = true;
    const load = async (): Promise<void> => {
      const answer = await server.links();
      const [best] = answer.ok ? shareOrigins(origin, answer.value.reach) : [];
      // at this machine alone it works here at least
      if (isShown) setShown(best ?? origin);
    };
    void load();
    return () => {
      isShown = false;
    };
  }, [server, origin]);
  if (shown === null || link === null) return null;
  return (
    <InTurn as="news">
      <section className={`${noticeStyles['card']} ${styles['notice']}`} aria-label={t('share.ownerTitle')}>
        <KeyRound aria-hidden="true" />
        <div className={styles['words']}>
          <h2 className={styles['title']}>{t('share.ownerTitle')}</h2>
          <p role="status">{t(isLoopback(new URL(shown).hostname) ? 'share.ownerHere' : 'share.ownerHint')}</p>
          <div className={styles['answers']}>
            <CopyButton
              look="primary"
              text={`${shown}${link}`}
              label={t('share.personalCopy')}
              doneLabel={t('common.copied')}
            />
            <Button look="plain" onClick={onSeen}>
              {t('common.close')}
            </Button>
          </div>
        </div>
      </section>
    </InTurn>
  );
}
