import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { runCommand } from '#shared/map/commands/runCommand.ts';
import { mapOf } from '#shared/map/PartnershipMap.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { firstDocument } from './firstDocument.ts';
import { applyChanges, readMap } from './mapDocument.ts';

function opened(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

describe('firstDocument', () => {
  it('[SYNC-5][RATE-1] holds the whole map of its template but for the ratings', () => {
    const template = readTemplate('corridors');
    if (template === null) throw new Error('the template is gone');
    expect(readMap(opened(firstDocument(template.map)))).toEqual({
      ...template.map,
      organizations: template.map.organizations.map((one) => ({ ...one, influence: null, stake: null })),
    });
  });

  it('[MAP-15] a goal can be written into a document that has none yet', () => {
    for (const doc of [opened(firstDocument()), new Y.Doc()]) {
      const command = { type: 'edit', collection: 'goal', id: 'goal', fields: { statement: 'Work for all' } } as const;
      const result = runCommand(readMap(doc), command, { today: '2026-03-02', newId: () => 'x' });
      if (!result.ok) throw new Error(result.code);
      applyChanges(doc, result.changes, 'person');
      expect(readMap(doc)).toEqual({
        ...mapOf({}),
        goal: { ...mapOf({}).goal, statement: 'Work for all', changed_on: '2026-03-02' },
      });
    }
  });
});
