/** Who is here, with their state in words; follow somebody, and (facilitators) change roles or remove somebody after being asked. */
import { Eye, EyeOff, Star, StarOff, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Failure } from '#client/connection/Api.ts';
import type { PersonHere } from '#client/connection/PeopleHere.ts';
import { mayDo } from '#shared/wire/roles.ts';
import type { Role } from '#shared/wire/roles.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import styles from './PeoplePanel.module.css';

export interface PeoplePanelProps {
  readonly people: readonly PersonHere[];
  /** My role. */
  readonly role: Role;
  readonly followed: string | null;
  readonly onFollow: (person: string | null) => void;
  readonly onRemove: (person: string) => Promise<Answer<unknown>>;
  readonly onRole: (person: string, change: { role: Role; from: Role }) => Promise<Answer<unknown>>;
}

interface Asking {
  readonly person: string;
  readonly what: 'remove' | 'promote' | 'takeBack';
}

export function PeoplePanel({ people, role, followed, onFollow, onRemove, onRole }: PeoplePanelProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const carryOut = async (person: PersonHere, { what }: Asking): Promise<void> => {
    setAsking(null);
    const to = what === 'promote' ? 'facilitator' : 'participant';
    const answer =
      what === 'remove' ? await onRemove(person.id) : await onRole(person.id, { role: to, from: person.role });
    setFailed(answer.ok ? null : answer.code);
  };
  const here = people.filter((person) => person.state !== 'gone').length;
  const isOffline = people.some((person) => person.isMe && person.state === 'gone');
  return (
    <div className={styles['panel']}>
      <p className={styles['count']}>{isOffline ? t('people.unknown') : t('people.here', { count: here })}</p>
      {failed !== null && (
        <p className={styles['failed']} role="alert">
          {t('people.failed', { reason: t(`refusal.${failed}`) })}
        </p>
      )}
      <ul className={styles['list']}>
        {people.map((person) => (
          <li key={person.id} className={styles['person']} data-state={person.state}>
            <div className={styles['row']}>
              <Avatar
                name={person.name}
                color={person.color}
                hasStar={person.role === 'facilitator'}
                state={person.state}
              />
              <span className={styles['words']}>
                <span className={styles['name']}>{person.name}</span>
                <StateWords person={person} />
              </span>
              {!person.isMe && person.state !== 'gone' && (
                <IconButton
                  label={t(followed === person.id ? 'people.stopFollowing' : 'people.followPerson', {
                    name: person.name,
                  })}
                  aria-pressed={followed === person.id}
                  onClick={() => onFollow(followed === person.id ? null : person.id)}
                >
                  {followed === person.id ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
                </IconButton>
              )}
              {mayDo(role, 'administer') && person.role !== 'observer' && (
                <RoleButton person={person} onAsk={(what) => setAsking({ person: person.id, what })} />
              )}
              {!person.isMe && mayDo(role, 'administer') && (
                <IconButton
                  label={t('people.remove', { name: person.name })}
                  onClick={() => setAsking({ person: person.id, what: 'remove' })}
                >
                  <UserMinus aria-hidden="true" />
                </IconButton>
              )}
            </div>
            {asking?.person === person.id && (
              <div
                className={styles['ask']}
                role="alertdialog"
                aria-label={t(`people.${asking.what}`, { name: person.name })}
              >
                <p>{t(`people.${asking.what}Ask`, { name: person.name })}</p>
                <div className={styles['answers']}>
                  <Button
                    look={asking.what === 'promote' ? 'primary' : 'danger'}
                    autoFocus
                    onClick={() => void carryOut(person, asking)}
                  >
                    {t(`people.${asking.what}Yes`)}
                  </Button>
                  <Button look="plain" onClick={() => setAsking(null)}>
                    {t('common.cancel')}
                  </Button>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
      {here <= 1 && !isOffline && <p className={styles['alone']}>{t('people.alone')}</p>}
    </div>
  );
}

interface RoleButtonProps {
  readonly person: PersonHere;
  readonly onAsk: (what: 'promote' | 'takeBack') => void;
}

function RoleButton({ person, onAsk }: RoleButtonProps) {
  const { t } = useTranslation();
  const what = person.role === 'facilitator' ? 'takeBack' : 'promote';
  return (
    <IconButton label={t(`people.${what}`, { name: person.name })} onClick={() => onAsk(what)}>
      {what === 'promote' ? <Star aria-hidden="true" /> : <StarOff aria-hidden="true" />}
    </IconButton>
  );
}

function StateWords({ person }: { readonly person: PersonHere }) {
  const { t } = useTranslation();
  const words: string[] = [t(`role.${person.role}`)];
  if (person.isMe) words.push(t('people.me'));
  if (person.state === 'away') words.push(t('people.away'));
  if (person.state === 'gone') words.push(person.isMe ? t('people.offline') : t('people.gone'));
  return <span className={styles['facts']}>{words.join(' · ')}</span>;
}
