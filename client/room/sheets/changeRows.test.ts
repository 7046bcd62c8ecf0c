import { describe, expect, it } from 'vitest';
import type { DescribedGroup, DescribedItem } from '#shared/compare/describeComparison.ts';
import type { CollectionName } from '#shared/map/collections.ts';
import { changeRows, rowsThatFit } from './changeRows.ts';

const unnamed = '(no name yet)';

function group(
  collection: CollectionName,
  ...items: readonly [DescribedItem['how'], string, ...string[]][]
): DescribedGroup {
  return {
    title: collection,
    items: items.map(([how, text, ...details], at) => ({
      item: how === null ? null : { collection, id: `${at}`, how, fields: [], attendants: [] },
      how,
      text,
      details,
    })),
  };
}

const short = (rows: ReturnType<typeof changeRows>) =>
  rows.map(({ collection, how, names }) => [collection, how, names]);

describe('what changed, for a room', () => {
  it('[SCREEN-18] goal, interests, organizations, people and actions come first, a row for what happened to them', () => {
    const groups = [
      group('partnership', ['changed', 'Riverbend Works']),
      group('goal', ['changed', '90 percent by 2030']),
      group('interests', ['added', 'Work'], ['removed', 'Old'], ['added', 'Rules']),
      group('placements', ['added', 'City in Rules']),
      group('actions', ['added', 'Ask the bank']),
    ];
    expect(short(changeRows(groups, unnamed))).toEqual([
      ['goal', 'changed', ['90 percent by 2030']],
      ['interests', 'added', ['Work', 'Rules']],
      ['interests', 'removed', ['Old']],
      ['actions', 'added', ['Ask the bank']],
      ['placements', 'added', ['City in Rules']],
      ['partnership', 'changed', ['Riverbend Works']],
    ]);
  });

  it('[SCREEN-18] what never had a name is not read out; of what changed is said how', () => {
    const groups = [
      group('interests', ['removed', unnamed], ['removed', unnamed]),
      group('partnership', ['changed', unnamed, 'Next meeting: none → Dec 5', 'Place: none → Library']),
      { title: 'Coverage', items: [{ item: null, how: null, text: '0 % → 33 %', details: [] }] },
    ];
    expect(short(changeRows(groups, unnamed))).toEqual([['partnership', 'changed', ['Next meeting: none → Dec 5']]]);
  });

  it('[SCREEN-18] a row has as many names as find room on two lines, and says how many more there are', () => {
    const names = Array.from({ length: 12 }, (_, at) => `Organization ${at}`);
    const [row] = rowsThatFit([{ collection: 'organizations', title: 'Organizations', how: 'added', names }]);
    expect(row?.names).toHaveLength(6);
    expect(row?.more).toBe(6);
    const long =
      'A name of one hundred letters that goes on and on, and does not end where somebody would expect it to';
    const [alone] = rowsThatFit([{ collection: 'goal', title: 'Goal', how: 'changed', names: [long, 'b'] }]);
    expect(alone).toMatchObject({ names: [long], more: 1 });
  });

  it('[SCREEN-18] eight rows of one line stand on a page, and no more', () => {
    const rows = Array.from({ length: 9 }, () => ({
      collection: 'actions' as const,
      title: 'Actions',
      how: 'added' as const,
      names: ['Ask the bank'],
    }));
    expect(rowsThatFit(rows.slice(0, 8))).toHaveLength(8);
    expect(rowsThatFit(rows)).toHaveLength(8);
  });
});
