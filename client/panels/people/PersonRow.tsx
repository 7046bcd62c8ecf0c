/** One person of the panel: who and in which state, what can be done, and what asks before it is done. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import type { Owner } from '#shared/wire/http.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { dayOf } from '#client/ui/text/moments.ts';
import { Question } from '#client/ui/messages/Question.tsx';
import type { PersonAct, PersonAnswer } from './personAct.ts';
import styles from './PeoplePanel.module.css';
import { PersonTools } from './PersonTools.tsx';
import { RemovePerson } from './RemovePerson.tsx';

export interface PersonRowProps {
  readonly person: PersonHere;
  /** of who is away: when they were last here, to the hour; null = not known */
  readonly seenAt?: number | null;
  /** I may. */
  readonly mayAdminister: boolean;
  /** null: not known yet */
  readonly owner: Owner | null;
  readonly isFollowed: boolean;
  readonly asking: PersonAct | null;
  readonly onFollow: (person: string | null) => void;
  readonly onAsk: (act: PersonAct | null) => void;
  readonly onAnswer: (what: PersonAnswer) => void;
  /** What stands there while it is asked what they did. */
  readonly renderActs: () => ReactNode;
}

export function PersonRow({
  person,
  seenAt = null,
  mayAdminister,
  owner,
  isFollowed,
  asking,
  onFollow,
  onAsk,
  onAnswer,
  renderActs,
}: PersonRowProps) {
  const { t } = useTranslation();
  const { id, name } = person;
  const isOwner = owner?.owner?.id === id;
  const asked = asking === null || asking.what === 'remove' || asking.what === 'acts' ? null : asking.what;
  return (
    <li className={styles['person']} data-state={person.state}>
      <div className={styles['row']}>
        <Avatar name={name} color={person.color} hasStar={person.role === 'facilitator'} state={person.state} />
        <span className={styles['words']}>
          <span className={styles['name']}>{name}</span>
          <StateWords person={person} seenAt={seenAt} isOwner={isOwner} />
        </span>
        <PersonTools
          person={person}
          mayAdminister={mayAdminister}
          owner={owner}
          isFollowed={isFollowed}
          onFollow={onFollow}
          onAsk={(what) => onAsk({ person: id, what })}
        />
      </div>
      {asking?.what === 'remove' && (
        <RemovePerson
          name={name}
          onRemove={() => onAnswer('remove')}
          onKeepOut={() => onAnswer('keepOut')}
          onActs={() => onAsk({ person: id, what: 'acts' })}
          onCancel={() => onAsk(null)}
        />
      )}
      {asking?.what === 'acts' && renderActs()}
      {asked !== null && (
        <Question
          question={t(`people.${asked}Ask`, { name })}
          yes={t(`people.${asked}Yes`)}
          isDanger={asked !== 'promote'}
          onYes={() => onAnswer(asked)}
          onCancel={() => onAsk(null)}
        />
      )}
    </li>
  );
}

interface StateWordsProps {
  readonly person: PersonHere;
  readonly seenAt: number | null;
  readonly isOwner: boolean;
}

function StateWords({ person, seenAt, isOwner }: StateWordsProps) {
  const { t, i18n } = useTranslation();
  const seenWords = (at: number): string =>
    new Date(at).toDateString() === new Date().toDateString()
      ? t('people.seenToday')
      : t('people.seen', { day: dayOf(at, i18n.language) });
  const words: string[] = [t(`role.${person.role}`)];
  if (isOwner) words.push(t('people.owner'));
  if (person.isMe) words.push(t('people.me'));
  if (person.state === 'away') words.push(t('people.away'));
  if (seenAt !== null) words.push(seenWords(seenAt));
  else if (person.state === 'gone') words.push(person.isMe ? t('people.offline') : t('people.gone'));
  return <span className={styles['facts']}>{words.join(' · ')}</span>;
}
