/** Who is here, with their state in words, and for facilitators who else belongs to the board; follow somebody, and (facilitators) change roles or remove somebody after being asked. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useFollowed, usePeople } from '#client/board/BoardContext.ts';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import type { NamedThing } from '#client/panels/acts/boardThing.ts';
import { TakeBackActs } from '#client/panels/acts/TakeBackActs.tsx';
import { KeptOutList } from './KeptOutList.tsx';
import { NewLinks } from './NewLinks.tsx';
import { Failed } from '#client/ui/messages/Failed.tsx';
import styles from './PeoplePanel.module.css';
import { PeopleAway } from './PeopleAway.tsx';
import { PeopleRemoved } from './PeopleRemoved.tsx';
import type { PersonAct } from './personAct.ts';
import { PersonRow } from './PersonRow.tsx';
import { askedOwner } from './useOwner.ts';
import { usePeopleActs } from './usePeopleActs.ts';

export interface PeoplePanelProps {
  /** A thing of the board by its key. */
  readonly thingOf: (key: string) => NamedThing;
}

export function PeoplePanel({ thingOf }: PeoplePanelProps) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const people = usePeople();
  const followed = useFollowed();
  const [asking, setAsking] = useState<PersonAct | null>(null);
  const { mayAdminister, owner, failed, shown, onSeen, keptOut, removed, done, carryOut, letIn } = usePeopleActs();
  const others = askedOwner(owner);
  const here = people.filter((person) => person.state !== 'gone').length;
  const isOffline = people.some((person) => person.isMe && person.state === 'gone');
  const shownHere = people.filter((person) => person.state !== 'gone' || !removed.has(person.id));
  const renderRow = (person: PersonHere, seenAt: number | null = null) => (
    <PersonRow
      key={person.id}
      person={person}
      seenAt={seenAt}
      mayAdminister={mayAdminister}
      owner={owner}
      isFollowed={followed?.id === person.id}
      asking={asking?.person === person.id ? asking : null}
      onFollow={screen.follow}
      onAsk={setAsking}
      onAnswer={(what) => {
        setAsking(null);
        void carryOut(person, what);
      }}
      renderActs={() => <TakeBackActs person={person} thingOf={thingOf} onClose={() => setAsking(null)} />}
    />
  );
  return (
    <div className={styles['panel']}>
      <p className={styles['count']}>{isOffline ? t('people.unknown') : t('people.here', { count: here })}</p>
      {failed !== null && <Failed>{t('people.failed', { reason: t(`refusal.${failed}`) })}</Failed>}
      {shown !== null && <NewLinks {...shown} owner={others} onSeen={onSeen} />}
      <ul className={styles['list']}>{shownHere.map((person) => renderRow(person))}</ul>
      {here <= 1 && !isOffline && <p className={styles['alone']}>{t('people.alone')}</p>}
      {mayAdminister && <PeopleAway here={shownHere} done={done} renderRow={renderRow} />}
      {mayAdminister && others !== null && <p className={styles['facts']}>{t('people.ownerOnly', { name: others })}</p>}
      {mayAdminister && <PeopleRemoved done={done} thingOf={thingOf} />}
      {mayAdminister && <KeptOutList people={keptOut} onLetIn={(person) => void letIn(person)} />}
    </div>
  );
}
