/** Who is here, with their state in words, and for facilitators who else belongs to the board; follow somebody, and (facilitators) change roles or remove somebody after being asked. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useFollowed, usePeople, useRole } from '#client/board/BoardContext.ts';
import type { Answer } from '#client/connection/api/Api.ts';
import { readPeople } from '#client/connection/api/boardPeople.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import type { KeptOut } from '#shared/wire/http.ts';
import { mayDo } from '#shared/wire/roles.ts';
import type { NamedThing } from '#client/panels/acts/boardThing.ts';
import { TakeBackActs } from '#client/panels/acts/TakeBackActs.tsx';
import { KeptOutList, type KeptOutPerson } from './KeptOutList.tsx';
import { NewLinks } from './NewLinks.tsx';
import { Failed } from '#client/ui/messages/Failed.tsx';
import styles from './PeoplePanel.module.css';
import { PeopleAway } from './PeopleAway.tsx';
import { PeopleRemoved } from './PeopleRemoved.tsx';
import { PersonRow, type PersonAct } from './PersonRow.tsx';
import { askedOwner, useOwner } from './useOwner.ts';

export interface PeoplePanelProps {
  /** A thing of the board by its key. */
  readonly thingOf: (key: string) => NamedThing;
}

interface Shown {
  readonly name: string;
  readonly links: KeptOut;
}

export function PeoplePanel({ thingOf }: PeoplePanelProps) {
  const { t } = useTranslation();
  const { server, screen } = useBoard();
  const people = usePeople();
  const followed = useFollowed();
  const [asking, setAsking] = useState<PersonAct | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [keptOut, setKeptOut] = useState<readonly KeptOutPerson[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState(0);
  const { owner, setOwner } = useOwner();
  const mayAdminister = mayDo(useRole(), 'administer');
  const others = askedOwner(owner);

  useEffect(() => {
    if (!mayAdminister) return undefined;
    let isShown = true;
    const load = async (): Promise<void> => {
      const answer = await readPeople(server);
      if (isShown && answer.ok) setKeptOut(answer.value.keptOut);
    };
    void load();
    return () => {
      isShown = false;
    };
  }, [server, mayAdminister]);

  const told = (answer: Answer<unknown>): void => setFailed(answer.ok ? null : answer.code);
  const carryOut = async (person: PersonHere, what: Exclude<PersonAct['what'], 'acts'> | 'keepOut'): Promise<void> => {
    setAsking(null);
    if (what === 'keepOut') {
      const answer = await server.keepOut(person.id);
      if (answer.ok) {
        setRemoved((before) => new Set(before).add(person.id));
        setShown({ name: person.name, links: answer.value });
        setKeptOut((before) => [...before, { id: person.id, name: person.name }]);
      }
      told(answer);
    } else if (what === 'remove') {
      const answer = await server.removePerson(person.id);
      if (answer.ok) setRemoved((before) => new Set(before).add(person.id));
      told(answer);
    } else if (what === 'handOver') {
      const answer = await server.handOver(person.id);
      if (answer.ok) setOwner(answer.value);
      told(answer);
    } else {
      const to = what === 'promote' ? 'facilitator' : 'participant';
      told(await server.changeRole(person.id, { role: to, from: person.role }));
    }
    setDone((count) => count + 1);
  };
  const letIn = async (person: string): Promise<void> => {
    const answer = await server.letIn(person);
    if (answer.ok) setKeptOut((before) => before.filter(({ id }) => id !== person));
    told(answer);
  };

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
      onAnswer={(what) => void carryOut(person, what)}
      renderActs={() => <TakeBackActs person={person} thingOf={thingOf} onClose={() => setAsking(null)} />}
    />
  );
  return (
    <div className={styles['panel']}>
      <p className={styles['count']}>{isOffline ? t('people.unknown') : t('people.here', { count: here })}</p>
      {failed !== null && <Failed>{t('people.failed', { reason: t(`refusal.${failed}`) })}</Failed>}
      {shown !== null && <NewLinks {...shown} owner={others} onSeen={() => setShown(null)} />}
      <ul className={styles['list']}>{shownHere.map((person) => renderRow(person))}</ul>
      {here <= 1 && !isOffline && <p className={styles['alone']}>{t('people.alone')}</p>}
      {mayAdminister && <PeopleAway here={shownHere} done={done} renderRow={renderRow} />}
      {mayAdminister && others !== null && <p className={styles['facts']}>{t('people.ownerOnly', { name: others })}</p>}
      {mayAdminister && <PeopleRemoved done={done} thingOf={thingOf} />}
      {mayAdminister && <KeptOutList people={keptOut} onLetIn={(person) => void letIn(person)} />}
    </div>
  );
}
