/** The link that brings one back as oneself on any device, for the owner as the owner; and a new one in its place. */
import { RotateCcw } from '#client/ui/icons/RotateCcw.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { resetReturnLink } from '#client/connection/api/ownPlaces.ts';
import { Button } from '#client/ui/Button.tsx';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import { Failed } from '#client/ui/messages/Failed.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import styles from './SharePanel.module.css';
import { useReturnLink } from './useReturnLink.ts';

export interface PersonalLinkProps {
  /** null: others cannot open any address that is known */
  readonly origin: string | null;
  readonly isOwner: boolean;
}

export function PersonalLink({ origin, isOwner }: PersonalLinkProps) {
  const { t } = useTranslation();
  const { server } = useBoard();
  const { link, setLink } = useReturnLink();
  const [state, setState] = useState<'ready' | 'asking' | 'done' | Failure>('ready');
  const reset = async (): Promise<void> => {
    const answer = await resetReturnLink(server);
    if (answer.ok) setLink(answer.value.link);
    setState(answer.ok ? 'done' : answer.code);
  };
  const isFailed = state !== 'ready' && state !== 'asking' && state !== 'done';
  return (
    <section className={styles['personal']}>
      <h3 className={styles['small']}>{t('share.personalTitle')}</h3>
      {origin === null ? (
        <p className={styles['hint']}>{t('share.personalOnlyHere')}</p>
      ) : (
        <>
          <p className={styles['hint']}>{t(isOwner ? 'share.personalOwner' : 'share.personalHint')}</p>
          {link !== null && (
            <div className={styles['actions']}>
              <CopyButton text={`${origin}${link}`} label={t('share.personalCopy')} doneLabel={t('common.copied')} />
              <Button look="plain" icon={<RotateCcw aria-hidden="true" />} onClick={() => setState('asking')}>
                {t('share.personalReset')}
              </Button>
            </div>
          )}
        </>
      )}
      {state === 'asking' && (
        <Question
          question={t('share.personalResetAsk')}
          yes={t('share.resetYes')}
          onYes={reset}
          onCancel={() => setState('ready')}
        />
      )}
      {state === 'done' && (
        <p className={styles['done']}>
          <LiveText text={t('share.personalResetDone')} />
        </p>
      )}
      {isFailed && <Failed>{t('share.personalResetFailed', { reason: t(`refusal.${state}`) })}</Failed>}
    </section>
  );
}
