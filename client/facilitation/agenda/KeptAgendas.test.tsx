// @vitest-environment jsdom
import { File as ReadableFile } from 'node:buffer';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardAsk } from '#client/connection/api/Api.ts';
import { SmallShelf } from '#client/testing/SmallShelf.ts';
import { cast, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
import { notedSheets } from '#shared/testing/english.ts';
import type { SaveAgenda } from '#shared/wire/agendas.ts';
import { splitNotes } from '#shared/workshop/agendaNotes.ts';
import { writeAgendaFile } from '#shared/workshop/agendaFile.ts';
import { deviceAgendas, forgetOnDevice, keepOnDevice, maxDeviceAgendas, renameOnDevice } from './deviceAgendas.ts';
import { AgendaPart } from './AgendaPart.tsx';
import { RunSheetChoice } from './RunSheetChoice.tsx';

const steps = notedSheets[0]?.steps ?? [];
const { agenda, notes } = splitNotes(steps);
let shown: ShownWorkshop;
/** What the board keeps, as its server has it. */
let kept: Map<string, { version: number; agenda: { name: string; steps: typeof steps } }>;
const text = () => shown.place.textContent ?? '';
const field = (label: string) =>
  [...shown.place.querySelectorAll('input')].find(({ labels }) => labels?.[0]?.textContent === label);

const server = {
  ask: async (path: string, _: unknown, { method = 'GET', body }: BoardAsk = {}) => {
    const id = /agendas\/(\w+)/.exec(path)?.[1] ?? '';
    const save = body as SaveAgenda & { readonly name?: string };
    const before = kept.get(id);
    if (method === 'PUT') kept.set(id, { version: save.from + 1, agenda: save.agenda as never });
    if (method === 'PATCH' && before !== undefined)
      kept.set(id, { version: save.from + 1, agenda: { ...before.agenda, name: save.name ?? '' } });
    if (method === 'DELETE') kept.delete(id);
    const list = [...kept].map(
      ([
        one,
        {
          version,
          agenda: { name, steps: all },
        },
      ]) => {
        const minutes = all.reduce((sum, step) => sum + step.minutes, 0);
        return { id: one, name, version, steps: all.length, minutes };
      },
    );
    return { ok: true, value: id === '' ? { agendas: list } : (before ?? null) } as never;
  },
};
const choice = () => showWorkshop(cast.maya, <RunSheetChoice onOwn={() => {}} />, { board: { server } });
const took = () => expect.poll(() => [shown.state().agenda, shown.notes()]).toEqual([agenda, notes]);

describe('agendas that are kept', () => {
  beforeEach(() => {
    kept = new Map();
    localStorage.clear();
  });
  afterEach(() => shown.close());

  it('[SESSION-18] [STEP-15] are saved on the board with their notes, and taken from there with one press', async () => {
    shown = await showWorkshop(cast.maya, <AgendaPart onEdit={() => {}} />, { agenda, notes, board: { server } });
    shown.click(shown.button('Keep this agenda'));
    expect(shown.button('Save on this board')?.disabled).toBe(true);
    shown.type(field('Name of the agenda'), ' Every month ');
    shown.click(shown.button('Save on this board'));
    await expect.poll(text).toContain('“Every month” is saved on this board.');
    shown.click(shown.button('Replace it on this board'));
    await expect.poll(() => [...kept.values()]).toMatchObject([{ version: 2, agenda: { name: 'Every month', steps } }]);
    shown.close();
    shown = await choice();
    await expect.poll(text).toContain('Saved on this board');
    shown.click(shown.button(/^Every month/));
    await took();
  });

  it('[STEP-15] are kept on the device, for the next board, and put away there', async () => {
    shown = await showWorkshop(cast.maya, <AgendaPart onEdit={() => {}} />, { agenda, notes, board: { server } });
    shown.click(shown.button('Keep this agenda'));
    shown.type(field('Name of the agenda'), 'Mine');
    shown.click(shown.button('Keep on this device'));
    await expect.poll(text).toContain('“Mine” is kept on this device.');
    shown.close();
    shown = await choice();
    shown.click(shown.button('Rename “Mine”'));
    shown.type(field('Name of the agenda'), 'Ours');
    shown.click(shown.button('Save'));
    await expect.poll(text).toContain('Ours');
    shown.click(shown.button(/^Ours/));
    await took();
    shown.click(shown.button('Delete “Ours”'));
    shown.click(shown.button('Delete'));
    await expect.poll(text).not.toContain('On this device');
    expect(deviceAgendas(localStorage)).toEqual([]);
  });

  it('[STEP-15] come out of a file whole; one with faults says which, and the agenda stays', async () => {
    shown = await choice();
    const open = (content: string): void => {
      const input = shown.place.querySelector<HTMLInputElement>('input[type="file"]');
      Object.defineProperty(input, 'files', { value: [new ReadableFile([content], 'a.json')], configurable: true });
      act(() => void input?.dispatchEvent(new Event('change', { bubbles: true })));
    };
    const file = writeAgendaFile({ name: 'Theirs', steps });
    open(file.replace('"minutes": 5', '"minutes": "five"'));
    await expect.poll(text).toContain('Step 1: “minutes” is not what it can be.');
    open('{}');
    await expect.poll(text).toContain('This file is no agenda.');
    expect(shown.state().agenda).toEqual([]);
    open(file);
    await took();
    expect(text()).not.toContain('This file');
  });
});

describe('the shelf of agendas of a device', () => {
  const one = (n: number) => ({ id: `a${n}`, name: `Agenda ${n}`, steps });

  it('[STEP-15] holds so many, replaces one of the same name, and leaves out what cannot be read', () => {
    const shelf = new SmallShelf();
    for (let n = 0; n < maxDeviceAgendas; n++) expect(keepOnDevice(shelf, one(n))).toBe(true);
    expect(keepOnDevice(shelf, one(maxDeviceAgendas))).toBe(false);
    expect(keepOnDevice(shelf, { ...one(0), id: 'again' })).toBe(true);
    expect(deviceAgendas(shelf)).toHaveLength(maxDeviceAgendas);
    expect(deviceAgendas(shelf)[0]).toEqual({ ...one(0), id: 'again' });
    renameOnDevice(shelf, 'again', 'Renamed');
    forgetOnDevice(shelf, 'a1');
    expect(deviceAgendas(shelf).map(({ name }) => name)).toContain('Renamed');
    shelf.setItem('roundtable.agendas', JSON.stringify([one(1), { id: 'x', name: 'Broken', steps: [{}] }, 7]));
    expect(deviceAgendas(shelf)).toEqual([one(1)]);
    for (const damaged of ['{', 'null', '7']) {
      shelf.setItem('roundtable.agendas', damaged);
      expect(deviceAgendas(shelf)).toEqual([]);
    }
    const refused = {
      getItem: () => null,
      setItem: () => {
        throw new Error('refused');
      },
    };
    expect(keepOnDevice(refused, one(1))).toBe(false);
  });
});
