/** The first few people as overlapping avatars; a click opens the list. */
import { useTranslation } from 'react-i18next';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import styles from './PeopleStack.module.css';

const shown = 4;

export interface PeopleStackProps {
  readonly people: readonly PersonHere[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

export function PeopleStack({ people, isOpen, onOpen }: PeopleStackProps) {
  const { t } = useTranslation();
  const count = people.filter((person) => person.state !== 'gone').length;
  const first = people.slice(0, people.length > shown + 1 ? shown : shown + 1);
  const rest = people.length - first.length;
  return (
    <button type="button" className={styles['stack']} aria-expanded={isOpen} title={t('board.people')} onClick={onOpen}>
      {/* Not an aria-label: it would have to contain the initials that are seen. */}
      <span className="visually-hidden">{t('people.show', { count })}</span>
      {first.map((person) => (
        <Avatar
          key={person.id}
          name={person.name}
          color={person.color}
          hasStar={person.role === 'facilitator'}
          state={person.state}
        />
      ))}
      {rest > 0 && (
        <span className={styles['rest']} aria-hidden="true">
          +{rest}
        </span>
      )}
    </button>
  );
}
