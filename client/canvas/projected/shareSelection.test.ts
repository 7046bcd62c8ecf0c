// @vitest-environment jsdom
import { type TLPageId, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Selection } from '#client/map/Selection.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { CardShape } from '../frame/frameShapes.ts';
import { goalShapeId, interestShapeId } from '../frame/frameShapeIds.ts';
import { shareSelection } from './shareSelection.ts';
import { viewEditor, viewPage, type ViewEditor } from './testing/viewEditor.ts';

const template = readTemplate('employment');
if (!template) throw new Error('there is no such template');
const agreement = { collection: 'agreements', id: template.map.agreements[0]?.id ?? '' } as const;

let board: ViewEditor;
let selection: Selection;
let stop: () => void;
beforeEach(() => {
  board = viewEditor(template.map, template.asOf);
  selection = new Selection();
  stop = shareSelection(board.editor, selection);
});
afterEach(() => {
  stop();
  board.dispose();
});

/** Somebody changes the map: here in a panel, or elsewhere. */
const change = (...commands: readonly Command[]) => {
  const result = runCommands(board.map(), commands, { today: template.asOf, newId: () => 'new-person' });
  if (!result.ok) throw new Error(result.message);
  board.setMap(result.map);
  board.keeper.show();
};
const cards = () =>
  board.shown().flatMap((shape) => (shape.type === 'organization-card' ? (shape as unknown as CardShape) : []));
const select = (...ids: readonly string[]) => board.editor.select(...(ids as TLShapeId[]));

describe('choosing on canvas and in panels', () => {
  it('[OUTLINE-5] what is chosen on the canvas is chosen, and then what is chosen beside it', () => {
    select(goalShapeId);
    expect(selection.chosen()).toEqual([{ collection: 'goal', id: 'goal' }]);
    const [first, second] = template.map.interests;
    select(interestShapeId(first?.id ?? ''), interestShapeId(second?.id ?? ''));
    expect(selection.chosen().map(({ id }) => id)).toEqual([first?.id, second?.id]);
    select(interestShapeId(second?.id ?? ''));
    expect(selection.chosen().map(({ id }) => id)).toEqual([second?.id]);
  });

  it('[OUTLINE-13] a change of the chosen card leaves the panel at what was opened from it', () => {
    const [card] = cards();
    if (!card) throw new Error('there is no card');
    select(card.id);
    selection.open(agreement);
    const { organizationId: organization_id } = card.props;
    change({
      type: 'add',
      collection: 'representatives',
      fields: { organization_id, role_title: 'Clerk', kind: 'doer' },
    });
    expect(board.shape(card.id)).not.toEqual(card);
    expect(selection.chosen()).toEqual([agreement]);
  });

  it('[OUTLINE-13] a number more, or another day of the goal, leaves the panel at the numbers', () => {
    const indicator = { collection: 'indicators', id: template.map.goal.indicator_id ?? '' } as const;
    const before = board.shape(goalShapeId);
    select(goalShapeId);
    selection.open(indicator);
    change({ type: 'measure', indicator_id: indicator.id, date: '2026-02-01', value: 81 });
    expect(board.shape(goalShapeId)).not.toEqual(before);
    expect(selection.chosen()).toEqual([indicator]);
  });

  it('[OUTLINE-13] what goes, and a page that comes into sight, choose nothing', () => {
    const [first, second] = template.map.interests;
    if (!first || !second) throw new Error('there are too few interests');
    select(interestShapeId(first.id), interestShapeId(second.id));
    selection.open(agreement);
    change({ type: 'remove', collection: 'interests', id: first.id });
    expect(board.editor.getSelectedShapeIds()).toEqual([interestShapeId(second.id)]);
    expect(selection.chosen()).toEqual([agreement]);
    board.editor.createPage({ id: 'page:other' as TLPageId, name: 'Other' });
    board.editor.setCurrentPage('page:other' as TLPageId);
    board.editor.setCurrentPage(viewPage);
    expect(board.editor.getSelectedShapeIds()).toEqual([interestShapeId(second.id)]);
    expect(selection.chosen()).toEqual([agreement]);
  });

  it('[OUTLINE-13] a change of the chosen note in the cycle leaves the panel where it is', () => {
    select('shape:note.s201');
    expect(selection.chosen()).toEqual([{ collection: 'notes', id: 's201' }]);
    selection.open(agreement);
    board.run({ type: 'edit', collection: 'notes', id: 's201', fields: { text: 'Said by others' } });
    expect(board.shape('shape:note.s201')?.props).toMatchObject({ text: 'Said by others' });
    expect(selection.chosen()).toEqual([agreement]);
    select('shape:note.s202');
    expect(selection.chosen()).toEqual([{ collection: 'notes', id: 's202' }]);
  });
});
