/** What nobody sees, in texts of a map: in what commands write, and in boards of before. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { runCommand } from '#shared/map/commands/runCommand.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { writeBoard } from '#shared/map/file/writeBoard.ts';
import { applyChanges, readMap, storedCollection } from './mapDocument.ts';

const context = { today: '2026-03-02', newId: () => 'new1' };
const hidden = '\u202eU\u00adnion\u3164 of \u2067tenants\u2069';

function docWith(...commands: Command[]): Y.Doc {
  const doc = new Y.Doc();
  for (const command of commands) run(doc, command);
  return doc;
}

function run(doc: Y.Doc, command: Command): void {
  const result = runCommand(readMap(doc), command, context);
  if (!result.ok) throw new Error(JSON.stringify(result));
  applyChanges(doc, result.changes, 'test');
}

const add: Command = { type: 'add', collection: 'organizations', fields: { name: hidden } };
const stored = (doc: Y.Doc, collection: 'organizations' | 'goal') =>
  [...(storedCollection(doc, collection)?.values() ?? [])][0] as Y.Map<unknown>;

describe('texts of the map', () => {
  it('[TEXT-1] are written without it, and with their white space', () => {
    const doc = docWith(add);
    expect(stored(doc, 'organizations').get('name')).toBe('Union of tenants');
    run(doc, { type: 'edit', collection: 'organizations', id: 'new1', fields: { name: 'Union ' } });
    expect(readMap(doc).organizations[0]?.name).toBe('Union ');
  });

  it('[TEXT-1] of before are read without it, so that every file is', () => {
    const doc = docWith(add);
    stored(doc, 'organizations').set('name', hidden);
    expect(readMap(doc).organizations[0]?.name).toBe('Union of tenants');
    expect(JSON.stringify(writeBoard(readMap(doc)))).not.toMatch(/[\u202e\u2067\u3164\u00ad]/);
  });

  it('[TEXT-1] [MAP-14] that several write in are edited where it was read, and what others wrote stays', () => {
    const doc = docWith({ type: 'edit', collection: 'goal', id: 'goal', fields: { statement: 'x' } });
    const text = stored(doc, 'goal').get('statement') as Y.Text;
    text.delete(0, 1);
    text.insert(0, 'Ha\u00adlf of the \u202eyoung read');
    const { statement } = readMap(doc).goal;
    expect(statement).toBe('Half of the young read');
    run(doc, {
      type: 'edit',
      collection: 'goal',
      id: readMap(doc).goal.id,
      fields: { statement: `${statement} early` },
    });
    expect(text.toString()).toBe('Half of the young read early');

    // somebody else wrote between the look and the edit
    const before = readMap(doc).goal;
    const mine = runCommand(
      readMap(doc),
      { type: 'edit', collection: 'goal', id: before.id, fields: { statement: 'Half of the young read early.' } },
      context,
    );
    text.insert(0, 'Now: ');
    if (mine.ok) applyChanges(doc, mine.changes, 'test');
    expect(text.toString()).toBe('Now: Half of the young read early.');
  });
});
