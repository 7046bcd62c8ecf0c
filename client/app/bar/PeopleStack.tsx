/** The first few people as overlapping avatars; a click opens the list. */
import { useTranslation } from 'react-i18next';
import { useBoard, usePeople, useScreen } from '#client/board/BoardContext.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import styles from './PeopleStack.module.css';

const shown = 4;

export function PeopleStack() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const people = usePeople();
  const isOpen = useScreen(({ panel }) => panel === 'people');
  const count = people.filter((person) => person.state !== 'gone').length;
  const first = people.slice(0, people.length > shown + 1 ? shown : shown + 1);
  const rest = people.length - first.length;
  return (
    <button
      type="button"
      className={styles['stack']}
      aria-expanded={isOpen}
      title={t('board.people')}
      onClick={() => screen.toggle('people')}
    >
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
