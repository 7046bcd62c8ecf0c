/** With which address links begin, where there are several. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reach } from '#shared/wire/http.ts';
import { Failed } from '#client/ui/messages/Failed.tsx';
import styles from './SharePanel.module.css';

export interface AddressChoiceProps {
  readonly origins: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (origin: string) => void;
}

export function AddressChoice({ origins, chosen, onChoose }: AddressChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  if (chosen === null || origins.length === 1) return null;
  return (
    <div className={styles['address']}>
      <label className={styles['small']} htmlFor={id}>
        {t('share.address')}
      </label>
      <select
        id={id}
        className={styles['select']}
        aria-describedby={`${id}-hint`}
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
      >
        {origins.map((origin) => (
          <option key={origin} value={origin}>
            {origin.replace(/^https?:\/\//, '')}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className={styles['hint']}>
        {t('share.addressHint')}
      </p>
    </div>
  );
}

/** In one sentence why others cannot open this board yet. */
export function Unreachable({ lacking }: Pick<Reach, 'lacking'>) {
  const { t } = useTranslation();
  return <Failed>{t(`share.lacking.${lacking ?? 'network'}`)}</Failed>;
}
