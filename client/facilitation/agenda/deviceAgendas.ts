/**
 * Agendas that a facilitator keeps on this device for the next board, in local storage, read anew before each change since other
 * tabs write too. They are there only because somebody pressed for it, and stay until somebody deletes them.
 */
import * as v from 'valibot';
import { AgendaName, FileSteps, type KeptAgenda } from '#shared/workshop/agendaFile.ts';

export interface DeviceAgenda extends KeptAgenda {
  readonly id: string;
}

/** The part of `localStorage` that is used. */
export interface AgendaShelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const key = 'roundtable.agendas';
export const maxDeviceAgendas = 20;

const Kept = v.object({ id: v.string(), name: AgendaName, steps: FileSteps });

/** What cannot be read any more is left out. */
export function deviceAgendas(shelf: AgendaShelf): readonly DeviceAgenda[] {
  try {
    const read: unknown = JSON.parse(shelf.getItem(key) ?? '[]');
    if (!Array.isArray(read)) return [];
    return read.flatMap((one: unknown) => {
      const kept = v.safeParse(Kept, one);
      return kept.success ? [kept.output] : [];
    });
  } catch {
    // refused or damaged: there is nothing to bring back
    return [];
  }
}

/** False where the device has no room for it, or keeps nothing. One of the same name is replaced. */
export function keepOnDevice(shelf: AgendaShelf, agenda: DeviceAgenda): boolean {
  const others = deviceAgendas(shelf).filter(({ name }) => name !== agenda.name);
  return others.length < maxDeviceAgendas && write(shelf, [agenda, ...others]);
}

export function renameOnDevice(shelf: AgendaShelf, id: string, name: string): boolean {
  return write(
    shelf,
    deviceAgendas(shelf).map((one) => (one.id === id ? { ...one, name } : one)),
  );
}

export function forgetOnDevice(shelf: AgendaShelf, id: string): boolean {
  return write(
    shelf,
    deviceAgendas(shelf).filter((one) => one.id !== id),
  );
}

function write(shelf: AgendaShelf, agendas: readonly DeviceAgenda[]): boolean {
  try {
    shelf.setItem(key, JSON.stringify(agendas));
    return true;
  } catch {
    return false;
  }
}
