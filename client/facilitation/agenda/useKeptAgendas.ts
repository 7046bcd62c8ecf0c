/** Agendas that are kept: on this board for all its facilitators, and on this device. */
import { useCallback, useEffect, useState } from 'react';
import * as v from 'valibot';
import { useBoard } from '#client/board/BoardContext.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { randomLetters } from '#client/ui/text/randomText.ts';
import { SavedAgendas, WholeAgenda } from '#shared/wire/agendas.ts';
import { agendaFileVersion, agendaFormat, type KeptAgenda, readAgendaObject } from '#shared/workshop/agendaFile.ts';
import { deviceAgendas, forgetOnDevice, keepOnDevice, renameOnDevice } from './deviceAgendas.ts';

export interface ListedAgenda {
  readonly id: string;
  readonly name: string;
  readonly steps: number;
  readonly minutes: number;
}

/** Each answers false where it was not done; a refusal of the server was shown then. */
export interface AgendaKeep {
  /** null until it is known */
  readonly list: readonly ListedAgenda[] | null;
  readonly load: (id: string) => Promise<KeptAgenda | null>;
  readonly save: (agenda: KeptAgenda) => Promise<boolean>;
  readonly rename: (id: string, name: string) => Promise<boolean>;
  readonly remove: (id: string) => Promise<boolean>;
}

const newId = (): string => randomLetters(16);

export function useBoardAgendas(): AgendaKeep {
  const { server } = useBoard();
  const { showRefusal } = useWorkshop();
  const [saved, setSaved] = useState<SavedAgendas['agendas'] | null>(null);
  const read = useCallback(async (): Promise<void> => {
    const answer = await server.ask('/agendas', SavedAgendas);
    if (answer.ok) setSaved(answer.value.agendas);
  }, [server]);
  useEffect(() => void read(), [read]);
  const versionOf = (id: string): number => saved?.find((one) => one.id === id)?.version ?? 0;
  const change = async (path: string, ask: { readonly method: string; readonly body?: unknown }): Promise<boolean> => {
    const answer = await server.ask(`/agendas/${path}`, v.unknown(), ask);
    if (!answer.ok) showRefusal(answer.code);
    await read();
    return answer.ok;
  };
  return {
    list: saved,
    load: async (id) => {
      const answer = await server.ask(`/agendas/${id}`, WholeAgenda);
      if (!answer.ok) {
        showRefusal(answer.code);
        return null;
      }
      const found = readAgendaObject(answer.value.agenda);
      return found.ok ? found.agenda : null;
    },
    // one of the same name is replaced, as it stands in the list
    save: ({ name, steps }) => {
      const same = saved?.find((one) => one.name === name);
      const agenda = { format: agendaFormat, version: agendaFileVersion, name, steps };
      return change(same?.id ?? newId(), { method: 'PUT', body: { agenda, from: same?.version ?? 0 } });
    },
    rename: (id, name) => change(id, { method: 'PATCH', body: { name, from: versionOf(id) } }),
    remove: (id) => change(`${id}?from=${versionOf(id)}`, { method: 'DELETE' }),
  };
}

const shelf = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, value: string) => localStorage.setItem(key, value),
};

export function useDeviceAgendas(): AgendaKeep {
  const [kept, setKept] = useState(() => deviceAgendas(shelf));
  const done = async (isDone: boolean): Promise<boolean> => {
    setKept(deviceAgendas(shelf));
    return isDone;
  };
  return {
    list: kept.map(({ id, name, steps }) => ({
      id,
      name,
      steps: steps.length,
      minutes: steps.reduce((sum, step) => sum + step.minutes, 0),
    })),
    load: async (id) => deviceAgendas(shelf).find((one) => one.id === id) ?? null,
    save: (agenda) => done(keepOnDevice(shelf, { id: newId(), ...agenda })),
    rename: (id, name) => done(renameOnDevice(shelf, id, name)),
    remove: (id) => done(forgetOnDevice(shelf, id)),
  };
}
