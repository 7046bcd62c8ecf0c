/** Circle, square or diamond with its letters: the kind of a representative by form, also without color. Dashed = missing. */
import { useTranslation } from 'react-i18next';
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import styles from './KindMark.module.css';

export interface KindMarkProps {
  readonly kind: RepresentativeKind;
  /** Nobody of this kind is here. */
  readonly isMissing?: boolean;
  /** The mark stands alone: its meaning is spoken. */
  readonly isSpoken?: boolean;
}

export function KindMark({ kind, isMissing = false, isSpoken = false }: KindMarkProps) {
  const { t } = useTranslation();
  const word = t(`map.kind.${kind}`);
  return (
    <span
      className={styles['mark']}
      data-kind={kind}
      data-missing={isMissing || undefined}
      role={isSpoken ? 'img' : undefined}
      aria-label={isSpoken ? (isMissing ? t('map.missing', { kinds: word }) : word) : undefined}
      aria-hidden={isSpoken ? undefined : true}
    >
      {/* a sign, not a text: it must not count as part of a name that is spoken */}
      <span className={styles['letters']} data-letters={isMissing ? '?' : t(`map.letters.${kind}`)} />
    </span>
  );
}
