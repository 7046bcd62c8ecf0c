/** What can be done with a person, each as one button. */
import { Crown } from '#client/ui/icons/Crown.tsx';
import { Eye } from '#client/ui/icons/Eye.tsx';
import { EyeOff } from '#client/ui/icons/EyeOff.tsx';
import { History } from '#client/ui/icons/History.tsx';
import { Star } from '#client/ui/icons/Star.tsx';
import { StarOff } from '#client/ui/icons/StarOff.tsx';
import { UserMinus } from '#client/ui/icons/UserMinus.tsx';
import { useTranslation } from 'react-i18next';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import type { Owner } from '#shared/wire/http.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import styles from './PeoplePanel.module.css';
import type { PersonAct } from './personAct.ts';

export interface PersonToolsProps {
  readonly person: PersonHere;
  /** I may. */
  readonly mayAdminister: boolean;
  /** null: not known yet */
  readonly owner: Owner | null;
  readonly isFollowed: boolean;
  readonly onFollow: (person: string | null) => void;
  readonly onAsk: (what: PersonAct['what']) => void;
}

export function PersonTools({ person, mayAdminister, owner, isFollowed, onFollow, onAsk }: PersonToolsProps) {
  const { t } = useTranslation();
  const { id, name } = person;
  // where nobody owns the board, any facilitator does what an owner would
  const mayAsOwner = mayAdminister && owner !== null && (owner.isMe || owner.owner === null);
  // who else facilitates is up to the owner; everybody may step down
  const isUpToMe =
    mayAdminister && owner?.owner?.id !== id && (person.role !== 'facilitator' || person.isMe || mayAsOwner);
  const roleAct = person.role === 'facilitator' ? 'takeBack' : 'promote';
  return (
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
        <IconButton label={t('people.handOver', { name })} onClick={() => onAsk('handOver')}>
          <Crown aria-hidden="true" />
        </IconButton>
      )}
      {isUpToMe && person.role !== 'observer' && (
        <IconButton label={t(`people.${roleAct}`, { name })} onClick={() => onAsk(roleAct)}>
          {roleAct === 'promote' ? <Star aria-hidden="true" /> : <StarOff aria-hidden="true" />}
        </IconButton>
      )}
      {!person.isMe && mayAdminister && person.role !== 'observer' && (
        <IconButton label={t('people.acts.of', { name })} onClick={() => onAsk('acts')}>
          <History aria-hidden="true" />
        </IconButton>
      )}
      {!person.isMe && isUpToMe && (
        <IconButton label={t('people.remove', { name })} onClick={() => onAsk('remove')}>
          <UserMinus aria-hidden="true" />
        </IconButton>
      )}
    </span>
  );
}
