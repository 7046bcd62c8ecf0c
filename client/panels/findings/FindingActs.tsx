/** What one can do about a finding, as far as it is open to this person: go there, make an action, accept it. */
import { useTranslation } from 'react-i18next';
import { useMay } from '#client/map/useMay.ts';
import styles from './FindingCard.module.css';

export type FormName = 'action' | 'accept';

export interface FindingActsProps {
  readonly message: string;
  /** Only facilitators know of it. */
  readonly isPrivate: boolean;
  /** It has an action already. */
  readonly isDone: boolean;
  readonly form: FormName | null;
  readonly onGo: (() => void) | null;
  /** opens or closes it; where there is nothing to be done, there is none */
  readonly onForm?: (name: FormName) => void;
}

export function FindingActs({ message, isPrivate, isDone, form, onGo, onForm }: FindingActsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const makes = t(isDone ? 'map.findings.anotherAction' : 'map.findings.makeAction');
  return (
    <div className={styles['acts']}>
      {onGo !== null && (
        <Act label={t('map.findings.goThere')} said={`${t('map.findings.goThere')}: ${message}`} onPress={onGo} />
      )}
      {isPrivate && <span className={styles['private']}>{t('map.power.onlyFacilitators')}</span>}
      {onForm !== undefined && may('actions', null, null) && (
        <Act
          label={makes}
          said={`${makes}: ${message}`}
          isMore={isDone}
          isOpen={form === 'action'}
          onPress={() => onForm('action')}
        />
      )}
      {onForm !== undefined && may('acknowledgements', null, null) && (
        <Act
          label={t('map.findings.accept')}
          said={`${t('map.findings.accept')} ${message}`}
          isOpen={form === 'accept'}
          onPress={() => onForm('accept')}
        />
      )}
    </div>
  );
}

interface ActProps {
  readonly label: string;
  /** with what it is about, for who hears the buttons alone */
  readonly said: string;
  /** of a form that it opens */
  readonly isOpen?: boolean;
  /** of something that was done once */
  readonly isMore?: boolean;
  readonly onPress: () => void;
}

function Act({ label, said, isOpen, isMore = false, onPress }: ActProps) {
  const look = isMore ? `${styles['link']} ${styles['more']}` : styles['link'];
  return (
    <button type="button" className={look} aria-expanded={isOpen} aria-label={said} onClick={onPress}>
      {label}
    </button>
  );
}
