import { describe, expect, it } from 'vitest';
import { templateIds, templates } from '#shared/templates/templates.ts';
import { normalizeMap } from '../normalizeMap.ts';
import { listNames } from '../PartnershipMap.ts';
import { parseBoard, parseBoardText } from './parseBoard.ts';
import { boardText, writeBoard } from './writeBoard.ts';

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

describe('writeBoard', () => {
  for (const id of templateIds)
    it(`[MAP-4] ${id}, written and read again, is the same map, and needs no mending`, () => {
      const board = parseBoard(templates[id]);
      if (!board.ok) throw new Error('refused');
      const again = parseBoardText(boardText(writeBoard(board.map, board.info)));
      if (!again.ok) throw new Error(JSON.stringify(again.problems));
      expect(again.map).toEqual(board.map);
      expect(again.info).toEqual(board.info);
      const normalized = normalizeMap({ ...board.map, partnership: [board.map.partnership], goal: [board.map.goal] });
      for (const list of listNames) expect(normalized[list].toSorted(byId)).toEqual(board.map[list].toSorted(byId));
    });

  it('[MAP-4] names of people and ratings are left out when they are not meant for the reader', () => {
    const board = parseBoard({
      organizations: [{ id: 'o', influence: 5, stake: 4 }],
      representatives: [{ id: 'r', organization_id: 'o', kind: 'doer', display_name: 'Ada Byron' }],
    });
    if (!board.ok) throw new Error('refused');
    expect(boardText(writeBoard(board.map))).not.toContain('Byron');
    expect(boardText(writeBoard(board.map, {}, { leaveOut: [] }))).toContain('Byron');
    expect(boardText(writeBoard(board.map, {}, { leaveOut: ['influence', 'stake'] }))).not.toMatch(/influence|stake/);
  });
});
