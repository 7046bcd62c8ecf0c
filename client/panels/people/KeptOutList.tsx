/** Who is kept out of the board, and the way to let somebody in again (facilitators). */
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import styles from './PeoplePanel.module.css';

export interface KeptOutPerson {
  readonly id: string;
  readonly name: string;
}

export interface KeptOutListProps {
  readonly people: readonly KeptOutPerson[];
  readonly onLetIn: (person: string) => void;
}

export function KeptOutList({ people, onLetIn }: KeptOutListProps) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <section className={styles['keptOut']}>
      <h3>{t('people.keptOut')}</h3>
      <p className={styles['facts']}>{t('people.keptOutHint')}</p>
      <ul className={styles['list']}>
        {people.map(({ id, name }) => (
          <li key={id} className={styles['row']}>
            <span className={styles['words']}>
              <span className={styles['name']}>{name}</span>
            </span>
            <Button aria-label={t('people.letInPerson', { name })} onClick={() => onLetIn(id)}>
              {t('people.letIn')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
