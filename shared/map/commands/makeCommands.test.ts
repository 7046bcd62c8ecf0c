import { describe, expect, it } from 'vitest';
import { madeId } from '#shared/kinds/ids.ts';
import { mapOf, type PartnershipMap } from '../PartnershipMap.ts';
import { alreadyMade, madeFrom } from '../readings/madeFrom.ts';
import { madeCollections } from '../readings/madeCollections.ts';
import type { Command } from './Command.ts';
import { runCommand, runCommands } from './runCommand.ts';

const context = () => {
  let count = 0;
  return { today: '2026-03-02', newId: () => `new${++count}` };
};

function after(map: PartnershipMap, ...commands: Command[]): PartnershipMap {
  const result = runCommands(map, commands, context());
  if (!result.ok) throw new Error(`${result.at}: ${result.code} ${result.field}`);
  return result.map;
}

function code(map: PartnershipMap, command: Command): string {
  const result = runCommand(map, command, context());
  return result.ok ? `${result.changes.length} changes` : `${result.code}${result.field ? ` ${result.field}` : ''}`;
}

const idea = (id: string, text: string): Command => ({
  type: 'add',
  collection: 'ideas',
  id,
  fields: { sheet_id: 's', text },
});
const long = `${'They drive past the plant at night. '.repeat(12)}Nobody asked them.`;

const start = after(
  mapOf({}),
  { type: 'add', collection: 'sheets', id: 's', fields: { question: 'Who is missing?' } },
  idea('a', 'Bus drivers'),
  idea('b', 'Drivers of buses'),
  idea('c', long),
  idea('blank', ' \n'),
  { type: 'groupIdeas', id: 'titled', ideas: ['b'], title: 'Night shift' },
  { type: 'groupIdeas', id: 'untitled', ideas: ['a'] },
  { type: 'startRound', fields: {} },
  { type: 'add', collection: 'organizations', id: 'o', fields: { name: 'Transit' } },
);

type To = Extract<Command, { type: 'make' }>['to'];
const targets: Readonly<Record<(typeof madeCollections)[number], To>> = {
  interests: { collection: 'interests' },
  organizations: { collection: 'organizations', sector: 'labor' },
  representatives: { collection: 'representatives', organization_id: 'o', kind: 'doer' },
  notes: { collection: 'notes', iteration: 1, stage: 'solution_finding' },
  actions: { collection: 'actions' },
  indicators: { collection: 'indicators' },
  trust_notes: { collection: 'trust_notes' },
  parking_lot: { collection: 'parking_lot' },
};
const made: Readonly<Record<(typeof madeCollections)[number], object>> = {
  interests: { title: 'Bus drivers', description: '', weight: 'supporting' },
  organizations: { name: 'Bus drivers', sector: 'labor', note: '' },
  representatives: { role_title: 'Bus drivers', organization_id: 'o', kind: 'doer', display_name: '' },
  notes: { text: 'Bus drivers', iteration: 1, stage: 'solution_finding' },
  actions: { title: 'Bus drivers', status: 'open' },
  indicators: { name: 'Bus drivers', status: 'proposed' },
  trust_notes: { text: 'Bus drivers', stage: 'norming', kind: 'rule' },
  parking_lot: { text: 'Bus drivers', status: 'parked' },
};

describe('turning ideas and groups into things of the map', () => {
  it.each(madeCollections)(
    '[SHEET-5] [MAP-22] an idea becomes one of %s, once, and what it came from may go',
    (collection) => {
      const command: Command = { type: 'make', sources: ['ideas/a'], to: targets[collection] };
      const map = after(start, command);
      const id = madeId('ideas/a', collection);
      expect(map[collection].find((one) => one.id === id)).toMatchObject({ ...made[collection], source: 'ideas/a' });
      expect(madeFrom(map).get('ideas/a')).toEqual([{ collection, id }]);
      expect(alreadyMade(map, ['ideas/a', 'ideas/b'], collection)).toEqual(['ideas/a']);
      expect(code(map, command)).toBe('0 changes');
      const without = after(map, { type: 'remove', collection: 'sheets', id: 's' });
      expect(without.ideas).toEqual([]);
      expect(without[collection].some((one) => one.id === id)).toBe(true);
    },
  );

  it('[SHEET-5] several become things at once; those that are there already stay as they are', () => {
    const one = after(
      start,
      { type: 'make', sources: ['ideas/a'], to: targets.interests },
      { type: 'edit', collection: 'interests', id: madeId('ideas/a', 'interests'), fields: { title: 'Drivers' } },
      {
        type: 'make',
        sources: ['ideas/a', 'groups/titled', 'ideas/c', 'groups/titled'],
        to: targets.interests,
      },
    );
    expect(one.interests.map(({ title }) => title.slice(0, 30))).toEqual([
      'Drivers',
      'Night shift',
      'They drive past the plant at n',
    ]);
  });

  it('[SHEET-5] a group gives its title, without one its first note; a merged idea is the one that it was merged into', () => {
    const titles = (...sources: string[]) =>
      after(
        start,
        { type: 'mergeIdeas', ideas: ['a', 'b'] },
        { type: 'make', sources, to: targets.interests },
      ).interests.map(({ title, source }) => `${title} < ${source}`);
    expect(titles('groups/titled')).toEqual(['Night shift < groups/titled']);
    expect(titles('groups/untitled')).toEqual(['Bus drivers < groups/untitled']);
    expect(titles('ideas/b', 'ideas/a')).toEqual(['Bus drivers < ideas/a']);
  });

  it('[SHEET-5] what is longer than a name is cut at a word, and whole below it', () => {
    const map = after(
      start,
      { type: 'make', sources: ['ideas/c'], to: targets.interests },
      { type: 'make', sources: ['ideas/c'], to: targets.organizations },
      { type: 'make', sources: ['ideas/c'], to: targets.indicators },
      { type: 'make', sources: ['ideas/c'], to: targets.actions },
      { type: 'make', sources: ['ideas/c'], to: targets.notes },
    );
    const [interest] = map.interests;
    expect(interest?.title).toMatch(/night\. They drive…$/);
    expect(interest?.title.length).toBeLessThanOrEqual(300);
    expect(interest?.description).toBe(long);
    expect(map.organizations[1]).toMatchObject({ name: interest?.title, note: long });
    expect(map.indicators[0]).toMatchObject({ name: interest?.title, definition: long });
    expect(map.actions[0]?.title).toBe(interest?.title);
    expect(map.notes[0]?.text).toBe(long);
  });

  it('[SHEET-5] refuses what is gone, says nothing, or leads to nothing, and then makes none of them', () => {
    const make = (to: To, ...sources: string[]): string => code(start, { type: 'make', sources, to });
    expect(make(targets.interests, 'ideas/a', 'ideas/gone')).toBe('unknown sources');
    expect(make(targets.interests, 'groups/gone')).toBe('unknown sources');
    expect(make(targets.interests, 'interests/a')).toBe('invalid sources');
    expect(make(targets.interests, 'ideas/a', 'ideas/blank')).toBe('nothingWritten sources');
    expect(make({ collection: 'organizations', sector: 'gone' }, 'ideas/a')).toBe('reference sector');
    expect(make({ ...targets.representatives, organization_id: 'gone' } as To, 'ideas/a')).toBe(
      'reference organization_id',
    );
    expect(make({ collection: 'notes', iteration: 7, stage: 'solution_finding' }, 'ideas/a')).toBe(
      'reference iteration',
    );
    const closed = after(start, { type: 'closeRound', id: '1' });
    expect(code(closed, { type: 'make', sources: ['ideas/a'], to: targets.notes })).toBe('roundClosed');
  });

  it('[SHEET-7] interests become essential at one press; those that are gone are left out', () => {
    const map = after(
      start,
      { type: 'make', sources: ['ideas/a', 'ideas/b', 'ideas/c'], to: targets.interests },
      { type: 'edit', collection: 'interests', id: madeId('ideas/c', 'interests'), fields: { weight: 'essential' } },
    );
    const named = ['ideas/b', 'ideas/c'].map((source) => madeId(source, 'interests'));
    const marked = after(map, { type: 'markEssential', interests: [...named, 'gone'] });
    expect(marked.interests.map(({ weight }) => weight)).toEqual(['supporting', 'essential', 'essential']);
    expect(code(marked, { type: 'markEssential', interests: named })).toBe('0 changes');
    expect(code(marked, { type: 'markEssential', interests: ['gone'] })).toBe('unknown');
  });

  it('[SHEET-5] interests take the place of the questions at which nobody wrote or stands', () => {
    const prompt = (id: string, fields: object = {}): Command => ({
      type: 'add',
      collection: 'interests',
      id,
      fields: { placeholder: 'Who pays?', ...fields },
    });
    const ring = after(
      start,
      prompt('untouched'),
      prompt('named', { title: 'Money' }),
      prompt('described', { description: 'The county pays' }),
      prompt('stoodAt'),
      { type: 'place', organization_id: 'o', interest_id: 'stoodAt' },
    );
    const left = (...commands: Command[]) => after(ring, ...commands).interests.map(({ id }) => id);
    const grouped = madeId('groups/titled', 'interests');
    expect(left({ type: 'make', sources: ['groups/titled'], to: { collection: 'interests' } })).toEqual([
      'named',
      'described',
      'stoodAt',
      grouped,
    ]);
    expect(left({ type: 'make', sources: ['groups/titled'], to: { collection: 'actions' } })).toContain('untouched');
  });
});
