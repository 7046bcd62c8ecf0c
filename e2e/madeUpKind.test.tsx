// @vitest-environment jsdom
/** A kind of thing that the product does not have: one file of its own, and it works wherever things of all kinds do. */
import { act } from 'react';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InspectorPanel } from '#client/panels/inspector/InspectorPanel.tsx';
import { OutlinePanel } from '#client/panels/outline/OutlinePanel.tsx';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { readMap } from '#shared/board/mapDocument.ts';
import { compareBoards } from '#shared/compare/compareBoards.ts';
import { applyToMap } from '#shared/map/applyToMap.ts';
import type { CollectionName } from '#shared/map/collections.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommand } from '#shared/map/commands/runCommand.ts';
import { parseBoard } from '#shared/map/file/parseBoard.ts';
import { writeBoard } from '#shared/map/file/writeBoard.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { sensitiveTexts } from '#shared/report/sensitiveTexts.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';

vi.mock(import('#shared/kinds/collectionNames.ts'), async (original) => {
  const { collectionNames } = await original();
  return { collectionNames: [...collectionNames, 'promises'] as unknown as typeof collectionNames };
});
vi.mock(import('#shared/kinds/kinds.ts'), async (original) => {
  const { kinds } = await original();
  const { kind } = await import('#shared/kinds/Kind.ts');
  const { line, longText } = await import('#shared/kinds/EditedField.ts');
  const { common, Id, name, text } = await import('#shared/kinds/fields.ts');
  const schema = v.object({ id: Id, ...common, title: name(), words: text(), organization_id: Id });
  const promises = kind(schema, {
    name: 'title',
    commands: 'common',
    group: 'structure',
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    references: { organization_id: { to: 'organizations', how: 'owner' } },
    texts: ['words'],
    file: {},
    sensitive: { as: 'promise', fields: ['words'] },
    subject: 'promise',
    details: [
      { field: 'title', way: line },
      { field: 'words', way: longText },
    ],
    outline: { isGroup: true, isMovable: true, facts: ['words'] },
  });
  return { kinds: { ...kinds, promises } as typeof kinds };
});

const promises = 'promises' as CollectionName;
const asOf = '2026-03-02';
let panel: ShownPanel;

function employment(): PartnershipMap {
  const read = readTemplate('employment');
  if (!read) throw new Error('there is no such template');
  return read.map;
}

const promise = (fields: object = {}) =>
  ({
    type: 'add',
    collection: promises,
    id: 'p1',
    fields: { title: 'Desks', words: 'Ask jo@example.org', organization_id: 'united-fund', ...fields },
  }) as unknown as Command;

function after(map: PartnershipMap, command: Command): PartnershipMap {
  const result = runCommand(map, command, { today: asOf, newId: () => 'none' });
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return applyToMap(map, result.changes);
}

const listOf = (map: PartnershipMap): unknown => Reflect.get(map, promises);
const moment = (map: PartnershipMap) => ({ map, drawings: new Map<string, string>() });

describe('a kind that the product does not have', () => {
  afterEach(() => panel?.close());

  it('[MAP-20] is added, goes home as a file and comes back, and goes with what it belongs to', () => {
    const map = after(employment(), promise());
    const parsed = parseBoard(structuredClone(writeBoard(map)));
    expect(parsed.ok && listOf(parsed.map)).toMatchObject([
      { id: 'p1', title: 'Desks', organization_id: 'united-fund' },
    ]);
    expect(() => after(employment(), promise({ organization_id: 'nobody' }))).toThrow('reference');
    expect(listOf(after(map, { type: 'remove', collection: 'organizations', id: 'united-fund' }))).toEqual([]);
  });

  it('[MAP-20] is compared, and looked through for names', () => {
    const before = employment();
    const map = after(before, promise());
    const { groups } = compareBoards(moment(before), moment(map), asOf);
    expect(groups).toMatchObject([{ collection: promises, items: [{ id: 'p1', how: 'added' }] }]);
    expect(sensitiveTexts(map)).toContainEqual(
      expect.objectContaining({ where: 'promise', id: 'p1', looksLike: ['mail'] }),
    );
  });

  it('[MAP-20] has details in which it is changed', async () => {
    panel = await showPanel(<InspectorPanel from="Outline" onBack={() => {}} />);
    act(() => void panel.boardMap.run(promise()));
    act(() => panel.selection.open({ collection: promises, id: 'p1' }));
    panel.type(panel.place.querySelector('input'), 'Ten desks');
    panel.leave();
    expect(listOf(readMap(panel.doc))).toMatchObject([{ title: 'Ten desks', words: 'Ask jo@example.org' }]);
  });

  it('[MAP-20] has a group in the outline, with a row of each', async () => {
    panel = await showPanel(<OutlinePanel />);
    act(() => void panel.boardMap.run(promise()));
    const group = [...panel.place.querySelectorAll<HTMLElement>('[role=treeitem]')].at(-1);
    act(() => group?.focus());
    panel.press('ArrowRight');
    const row = [...panel.place.querySelectorAll<HTMLElement>('[role=treeitem]')].at(-1);
    expect(row?.getAttribute('aria-label')).toContain('Desks');
  });
});
