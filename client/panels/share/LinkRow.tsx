/** The link of a role with its sentence; copying is one click. */
import { useTranslation } from 'react-i18next';
import type { Role } from '#shared/wire/roles.ts';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { LinkOver } from './LinkOver.tsx';
import styles from './SharePanel.module.css';

export interface LinkRowProps {
  readonly role: Role;
  readonly link: string;
  /** milliseconds since 1970; null = never */
  readonly ends: number | null;
}

export function LinkRow({ role, link, ends }: LinkRowProps) {
  const { t } = useTranslation();
  return (
    <section className={styles['link']}>
      <h3 className={styles['role']}>{t(`role.${role}`)}</h3>
      <p className={styles['hint']}>{t(`role.${role}Sentence`)}</p>
      <div className={styles['actions']}>
        <CopyButton
          text={link}
          label={t('share.copyLink')}
          spokenLabel={t(`share.copyRole.${role}`)}
          doneLabel={t('common.copied')}
        />
      </div>
      <LinkOver ends={ends} />
    </section>
  );
}
