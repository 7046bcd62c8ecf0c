/** What is seldom done with links, folded: letting nobody new in, a new link in place of one, the day on which it ends. */
import { RotateCcw } from '#client/ui/icons/RotateCcw.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Answer } from '#client/connection/api/Api.ts';
import type { BoardLinks } from '#shared/wire/http.ts';
import { Button } from '#client/ui/Button.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import { CloseTable } from './CloseTable.tsx';
import { LinkEnd } from './LinkEnd.tsx';
import styles from './SharePanel.module.css';

/** The usual link first. */
const roles = ['participant', 'observer', 'facilitator'] as const;
type LinkedRole = (typeof roles)[number];

export interface ManageLinksProps {
  readonly links: BoardLinks;
  /** who alone resets the facilitators' link; null: oneself may */
  readonly owner: string | null;
  /** True when it was done. */
  readonly onChange: (asked: Promise<Answer<BoardLinks>>) => Promise<boolean>;
}

export function ManageLinks({ links, owner, onChange }: ManageLinksProps) {
  const { t } = useTranslation();
  const { server } = useBoard();
  return (
    <details className={styles['manage']}>
      <summary>{t('share.manage')}</summary>
      <div className={styles['panel']}>
        <CloseTable isClosed={links.isClosed} onClose={(wish) => void onChange(server.closeTable(wish))} />
        {roles.map((role) => (
          <ManagedLink
            key={role}
            role={role}
            owner={role === 'facilitator' ? owner : null}
            ends={links.ends[role]}
            onEnd={(ends) => void onChange(server.endLink(role, { ends, from: links.ends[role] }))}
            onReset={() => onChange(server.resetLink(role, links.links[role]))}
          />
        ))}
      </div>
    </details>
  );
}

interface ManagedLinkProps {
  readonly role: LinkedRole;
  readonly owner: string | null;
  /** milliseconds since 1970; null = never */
  readonly ends: number | null;
  readonly onEnd: (ends: number | null) => void;
  readonly onReset: () => Promise<boolean>;
}

/** Resetting asks first. */
function ManagedLink({ role, owner, ends, onEnd, onReset }: ManagedLinkProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'ready' | 'asking' | 'done'>('ready');
  return (
    <section className={styles['link']}>
      <h3 className={styles['role']}>{t(`share.${role}Link`)}</h3>
      {owner !== null && <p className={styles['hint']}>{t('share.resetOwner', { name: owner })}</p>}
      {owner === null && (
        <>
          <div className={styles['actions']}>
            <Button
              look="plain"
              icon={<RotateCcw aria-hidden="true" />}
              aria-label={t(`share.resetRole.${role}`)}
              onClick={() => setState('asking')}
            >
              {t('share.reset')}
            </Button>
          </div>
          <LinkEnd role={role} ends={ends} onEnd={onEnd} />
        </>
      )}
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
