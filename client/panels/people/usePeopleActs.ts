/** What facilitators do with people, and what has become of it: who was removed, who is kept out, whose the board is. */
import { useEffect, useState } from 'react';
import { useBoard, useRole } from '#client/board/BoardContext.ts';
import type { Answer } from '#client/connection/api/Api.ts';
import { readPeople } from '#client/connection/api/boardPeople.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import type { KeptOut, Owner } from '#shared/wire/http.ts';
import { mayDo } from '#shared/wire/roles.ts';
import type { KeptOutPerson } from './KeptOutList.tsx';
import type { PersonAnswer } from './personAct.ts';
import { useOwner } from './useOwner.ts';

interface Shown {
  readonly name: string;
  readonly links: KeptOut;
}

export interface PeopleActs {
  readonly mayAdminister: boolean;
  /** null: not known yet */
  readonly owner: Owner | null;
  readonly failed: Failure | null;
  /** who was kept out just now, with the links that changed for it */
  readonly shown: Shown | null;
  readonly onSeen: () => void;
  readonly keptOut: readonly KeptOutPerson[];
  /** of the people of this page, by id */
  readonly removed: ReadonlySet<string>;
  /** how often something was done: lists of the server may be others then */
  readonly done: number;
  readonly carryOut: (person: PersonHere, what: PersonAnswer) => Promise<void>;
  readonly letIn: (person: string) => Promise<void>;
}

export function usePeopleActs(): PeopleActs {
  const { server } = useBoard();
  const [failed, setFailed] = useState<Failure | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [keptOut, setKeptOut] = useState<readonly KeptOutPerson[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState(0);
  const { owner, setOwner } = useOwner();
  const mayAdminister = mayDo(useRole(), 'administer');

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
  const carryOut = async (person: PersonHere, what: PersonAnswer): Promise<void> => {
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
  const onSeen = (): void => setShown(null);
  return { mayAdminister, owner, failed, shown, onSeen, keptOut, removed, done, carryOut, letIn };
}
