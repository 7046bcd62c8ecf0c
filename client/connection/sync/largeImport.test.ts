/** A long list of an import, as a page cuts and sends it, is taken by the relay's document. */
import { expect, it } from 'vitest';
import * as v from 'valibot';
import * as Y from 'yjs';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import { mapOf } from '#shared/map/PartnershipMap.ts';
import { importRegister } from '#shared/report/importing/importRegister.ts';
import { PersonId } from '#shared/wire/ids.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import { splitUpdate } from './splitUpdate.ts';
import { RoomDocument } from '#server/relay/document/RoomDocument.ts';

it('[LINE-7] [ADMIT-8] a list of a thousand distinct rows is taken piece by piece', () => {
  const first = firstDocument(mapOf({}));
  const page = new Y.Doc();
  Y.applyUpdate(page, first);
  const updates: Uint8Array[] = [];
  page.on('update', (update: Uint8Array) => updates.push(update));
  const rows = Array.from({ length: 1_000 }, (_, at) => `Org ${at},Interest ${at % 9},doer,Role ${at},Body ${at % 4}`);
  let ids = 0;
  const context = { today: '2026-03-02', newId: () => `n${++ids}` };
  const text = ['organization,interest,kind,role_title,bodies', ...rows].join('\n');
  applyChanges(page, importRegister(readMap(page), text, context).changes, null);
  expect(updates).toHaveLength(1);
  const room = new RoomDocument({ snapshot: first, updates: [], owners: new Map() }, (encode) => encode());
  const person = v.parse(PersonId, 'a'.repeat(16));
  for (const body of splitUpdate(updates[0] ?? first, defaultLimits.maxUpdateBytes) ?? []) {
    const applied = room.apply([{ kind: 'update', body, person }], (_index, work) => work());
    expect(applied.admissions).toEqual(['take']);
    expect(applied.undone.size).toBe(0);
  }
  const other = new Y.Doc();
  Y.applyUpdate(other, room.answers.fullState());
  expect(readMap(other)).toEqual(readMap(page));
});
