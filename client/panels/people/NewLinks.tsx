/** The links that became new when somebody was kept out, for everybody else who still needs one. */
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import type { KeptOut } from '#shared/wire/http.ts';
import { Button } from '#client/ui/Button.tsx';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import styles from './PeoplePanel.module.css';
import { shareOrigins } from '#shared/wire/shareOrigins.ts';

export interface NewLinksProps {
  /** of whom is kept out */
  readonly name: string;
  readonly links: KeptOut;
  /** of whom only the owner's links are asked for; null: that is oneself */
  readonly owner: string | null;
  readonly onSeen: () => void;
}

export function NewLinks({ name, links, owner, onSeen }: NewLinksProps) {
  const { t } = useTranslation();
  const { origin } = useBoard();
  const [first] = shareOrigins(origin, links.reach);
  return (
    <section className={styles['ask']} aria-label={t('people.newLinks')}>
      <p role="status">
        {t('people.keptOutNow', { name })} {t('people.newLinksHint')}
      </p>
      <div className={styles['links']}>
        {first !== undefined &&
          links.reset.map((role) => (
            <CopyButton
              key={role}
              text={first + links.links[role]}
              label={t(`share.copyRole.${role}`)}
              doneLabel={t('common.copied')}
            />
          ))}
      </div>
      {owner !== null && links.known.length > links.reset.length && <p>{t('people.ownerResets', { name, owner })}</p>}
      {links.reset.includes('participant') && <p>{t('people.newCode', { code: links.code })}</p>}
      <div className={styles['answers']}>
        <Button look="plain" onClick={onSeen}>
          {t('common.close')}
        </Button>
      </div>
    </section>
  );
}
