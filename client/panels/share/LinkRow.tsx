/** One link with the sentence of its role; copying is one click, resetting asks first. */
import { RotateCcw } from '#client/ui/icons/RotateCcw.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#shared/wire/roles.ts';
import { Button } from '#client/ui/Button.tsx';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import { LinkEnd } from './LinkEnd.tsx';
import styles from './SharePanel.module.css';

export interface LinkRowProps {
  readonly role: Role;
  /** null: others cannot open any address that is known */
  readonly link: string | null;
  /** who alone resets it; null: oneself may */
  readonly owner: string | null;
  /** milliseconds since 1970; null = never */
  readonly ends: number | null;
  readonly onEnd: (ends: number | null) => void;
  /** True when the link is new. */
  readonly onReset: () => Promise<boolean>;
}

export function LinkRow({ role, link, owner, ends, onEnd, onReset }: LinkRowProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'ready' | 'asking' | 'done'>('ready');
  const name = t(`role.${role}`);
  return (
    <section className={styles['link']}>
      <h3 className={styles['role']}>{name}</h3>
      <p className={styles['hint']}>{t(`role.${role}Sentence`)}</p>
      <div className={styles['actions']}>
        {link !== null && (
          <CopyButton
            text={link}
            label={t('share.copyLink')}
            spokenLabel={t(`share.copyRole.${role}`)}
            doneLabel={t('common.copied')}
            look={role === 'participant' ? 'primary' : 'quiet'}
          />
        )}
        {owner === null && (
          <Button
            look="plain"
            icon={<RotateCcw aria-hidden="true" />}
            aria-label={t(`share.resetRole.${role}`)}
            onClick={() => setState('asking')}
          >
            {t('share.reset')}
          </Button>
        )}
      </div>
      {owner === null && <LinkEnd role={role} ends={ends} onEnd={onEnd} />}
      {owner !== null && <p className={styles['hint']}>{t('share.resetOwner', { name: owner })}</p>}
      {state === 'asking' && (
        <Question
          question={t('share.resetAsk')}
          yes={t('share.resetYes')}
          onYes={() => onReset().then((isNew) => setState(isNew ? 'done' : 'ready'))}
          onCancel={() => setState('ready')}
        />
      )}
      {state === 'done' && (
        <p className={styles['done']}>
          <LiveText text={t('share.resetDone')} />
        </p>
      )}
    </section>
  );
}
