// @vitest-environment jsdom
import { createShapeId, toRichText, type TLPageId, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LostWords } from '#client/map/KeptWords.ts';
import { lockKey, type Permits } from '#shared/workshop/permits.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { permitsSignal } from '../limits/permitsSignal.ts';
import { interestShapeId } from '../frame/frameShapeIds.ts';
import { viewEditor, type ViewEditor } from '../projected/testing/viewEditor.ts';
import { keepWords } from './keepWords.ts';
import { placeNote } from './placeNote.ts';

const template = readTemplate('employment');
if (!template) throw new Error('there is no such template');
const free: Permits = { locks: new Set(), lockedAll: false, tools: null, skeleton: null };
const note = createShapeId('note');

let board: ViewEditor;
let lost: LostWords[];
const permits = permitsSignal();
beforeEach(() => {
  board = viewEditor(template.map, template.asOf);
  lost = [];
  permits.set(null);
  keepWords({ editor: board.editor, permits: permits.get, onLost: (words) => lost.push(words) });
  board.editor.createShape({ id: note, type: 'note', x: 900, y: 900, props: { richText: toRichText('') } });
});
afterEach(() => board.dispose());

/** Somebody opens a shape and types; the field stands where React puts it. */
const write = (id: TLShapeId, text: string): HTMLTextAreaElement => {
  board.editor.select(id).setEditingShape(id);
  board.editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: board.editor.getShape(id) });
  const field = document.createElement('textarea');
  field.value = text;
  board.editor.getContainer().append(field);
  field.focus();
  return field;
};
const byOthers = (run: () => void) => board.editor.store.mergeRemoteChanges(run);
const writingAgain = () => {
  byOthers(() => board.editor.store.put([]));
  return board.editor.getEditingShapeId();
};

describe('words of somebody who loses what they write in', () => {
  it('[OWN-1] are kept when others remove the note', () => {
    write(note, 'a sentence ');
    byOthers(() => board.editor.store.remove([note]));
    expect(lost).toEqual([{ key: note, text: 'a sentence', why: 'removed' }]);
    expect(board.editor.getEditingShapeId()).toBeNull();
  });

  it('[OWN-1] are kept when others remove its page, or send the note to another one', () => {
    const page = 'page:theirs' as TLPageId;
    board.editor.createPage({ id: page, name: 'Theirs' });
    board.editor.createShape({ id: createShapeId('second'), type: 'note', parentId: page });
    write(note, 'first');
    byOthers(() => board.editor.store.update(note, (shape) => ({ ...shape, parentId: page })));
    board.editor.setCurrentPage(page);
    write(createShapeId('second'), 'second');
    byOthers(() => board.editor.store.remove([note, createShapeId('second'), page]));
    expect(lost.map(({ text, why }) => [text, why])).toEqual([
      ['first', 'removed'],
      ['second', 'removed'],
    ]);
  });

  it('[OWN-1] are kept when others take the card off the map whose words are written', () => {
    const interest = template.map.interests[0]?.id ?? '';
    write(interestShapeId(interest), 'Rides to wo');
    board.setMap({ ...board.map(), interests: board.map().interests.filter(({ id }) => id !== interest) });
    board.keeper.show();
    expect(lost.map(({ text, why }) => [text, why])).toEqual([['Rides to wo', 'removed']]);
  });

  it('[OWN-1] are kept when the note is locked, a step leaves it out, or the board may only be looked at', async () => {
    const limits = [
      ['locked', () => permits.set({ ...free, locks: new Set([lockKey.record(note)]) })],
      ['step', () => permits.set({ ...free, tools: new Set(['people']) })],
      ['locked', () => byOthers(() => board.editor.store.update(note, (shape) => ({ ...shape, isLocked: true })))],
      ['readOnly', () => board.editor.updateInstanceState({ isReadonly: true })],
    ] as const;
    for (const [why, begin] of limits) {
      permits.set(free);
      byOthers(() => board.editor.store.update(note, (shape) => ({ ...shape, isLocked: false })));
      const field = write(note, `before ${why}`);
      begin();
      expect(lost.splice(0)).toEqual([{ key: note, text: `before ${why}`, why }]);
      await Promise.resolve();
      expect(writingAgain()).toBeNull();
      field.remove();
    }
  });

  it('[OWN-1] nothing is offered to whoever removed it, writes elsewhere, or has finished', () => {
    const field = write(note, 'mine');
    const remove = () => byOthers(() => board.editor.store.remove([note]));
    const put = () =>
      byOthers(() => board.editor.createShape({ id: note, type: 'note', props: { richText: toRichText('') } }));
    // one's own undo comes into the store as a change of the document
    const undo = document.createElement('button');
    undo.addEventListener('click', remove);
    undo.click();
    put();
    write(note, 'mine');
    field.blur();
    (document.activeElement as HTMLElement).blur();
    remove();
    put();
    write(note, 'mine');
    board.editor.setEditingShape(null);
    remove();
    expect(lost).toEqual([]);
  });

  it('[OWN-2] kept words become a note in sight, beside those that are there', () => {
    expect(placeNote(board.editor, 'kept words')).toBe(true);
    expect(placeNote(board.editor, 'more words')).toBe(true);
    const notes = board.editor.getCurrentPageShapes().filter(({ type, id }) => type === 'note' && id !== note);
    expect(notes.map((shape) => board.editor.getShapeUtil(shape).getText(shape))).toEqual(['kept words', 'more words']);
    const [first, second] = notes.map(({ id }) => board.editor.getShapePageBounds(id));
    expect(first && second && first.collides(second)).toBe(false);
    board.editor.updateInstanceState({ isReadonly: true });
    expect(placeNote(board.editor, 'kept words')).toBe(false);
  });
});
