/** One person of the panel: who and in which state, what can be done, and what asks before it is done. */
import { Crown } from '#client/ui/icons/Crown.tsx';
import { Eye } from '#client/ui/icons/Eye.tsx';
import { EyeOff } from '#client/ui/icons/EyeOff.tsx';
import { History } from '#client/ui/icons/History.tsx';
import { Star } from '#client/ui/icons/Star.tsx';
import { StarOff } from '#client/ui/icons/StarOff.tsx';
import { UserMinus } from '#client/ui/icons/UserMinus.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import type { Owner } from '#shared/wire/http.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { dayOf } from '#client/ui/text/moments.ts';
import { Question } from '#client/ui/messages/Question.tsx';
import styles from './PeoplePanel.module.css';
import { RemovePerson } from './RemovePerson.tsx';

export interface PersonAct {
  readonly person: string;
  readonly what: 'remove' | 'promote' | 'takeBack' | 'handOver' | 'acts';
}

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
  readonly onAnswer: (what: Exclude<PersonAct['what'], 'acts'> | 'keepOut') => void;
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
  // where nobody owns the board, any facilitator does what an owner would
  const mayAsOwner = mayAdminister && owner !== null && (owner.isMe || owner.owner === null);
  // who else facilitates is up to the owner; everybody may step down
  const isUpToMe = mayAdminister && !isOwner && (person.role !== 'facilitator' || person.isMe || mayAsOwner);
  const asked = asking === null || asking.what === 'remove' || asking.what === 'acts' ? null : asking.what;
  const roleAct = person.role === 'facilitator' ? 'takeBack' : 'promote';
  return (
    <li className={styles['person']} data-state={person.state}>
      <div className={styles['row']}>
        <Avatar name={name} color={person.color} hasStar={person.role === 'facilitator'} state={person.state} />
        <span className={styles['words']}>
          <span className={styles['name']}>{name}</span>
          <StateWords person={person} seenAt={seenAt} isOwner={isOwner} />
        </span>
        <span className={styles['tools']}>
          {!person.isMe && person.state !== 'gone' && (
            <IconButton
              label={t(isFollowed ? 'people.stopFollowing' : 'people.followPerson', { name })}
              aria-pressed={isFollowed}
              onClick={() => onFollow(isFollowed ? null : id)}
            >
              {isFollowed ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            </IconButton>
          )}
          {mayAsOwner && person.role === 'facilitator' && !person.isMe && (
            <IconButton label={t('people.handOver', { name })} onClick={() => onAsk({ person: id, what: 'handOver' })}>
              <Crown aria-hidden="true" />
            </IconButton>
          )}
          {isUpToMe && person.role !== 'observer' && (
            <IconButton label={t(`people.${roleAct}`, { name })} onClick={() => onAsk({ person: id, what: roleAct })}>
              {roleAct === 'promote' ? <Star aria-hidden="true" /> : <StarOff aria-hidden="true" />}
            </IconButton>
          )}
          {!person.isMe && mayAdminister && person.role !== 'observer' && (
            <IconButton label={t('people.acts.of', { name })} onClick={() => onAsk({ person: id, what: 'acts' })}>
              <History aria-hidden="true" />
            </IconButton>
          )}
          {!person.isMe && isUpToMe && (
            <IconButton label={t('people.remove', { name })} onClick={() => onAsk({ person: id, what: 'remove' })}>
              <UserMinus aria-hidden="true" />
            </IconButton>
          )}
        </span>
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
