// @vitest-environment jsdom
import { createShapeId, PageRecordType, type TLArrowShape, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { viewPage, viewEditor, type ViewEditor } from './testing/viewEditor.ts';

const open: ViewEditor[] = [];
function board(): ViewEditor {
  const template = readTemplate('employment');
  if (!template) throw new Error('no template');
  const made = viewEditor(template.map, template.asOf);
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

const second = PageRecordType.createId('second');
const aCard = (one: ViewEditor) => {
  const person = one.shown().find((record) => record.type === 'representative-token');
  const card = one.shown().find((record) => record.id === person?.parentId);
  if (!card) throw new Error('no card');
  return card;
};

function arrowTo(one: ViewEditor, to: TLShapeId): TLShapeId {
  const id = createShapeId('arrow');
  one.editor.createShape<TLArrowShape>({
    id,
    type: 'arrow',
    x: -900,
    y: -900,
    props: { start: { x: 0, y: 0 }, end: { x: 50, y: 0 } },
  });
  const props = { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false };
  one.editor.createBinding({ type: 'arrow', fromId: id, toId: to, props });
  return id;
}

describe('the frame and pages', () => {
  it('[FRAME-39] deleting the page of the frame takes nothing off the map', () => {
    const one = board();
    const before = one.map();
    const shapes = one.shown().map(({ id }) => id);
    one.editor.createPage({ name: 'Second', id: second });
    one.editor.deletePage(viewPage);
    // what the binding does when a page is gone
    one.editor.store.remove(shapes);
    one.keeper.settle();
    expect(one.commands).toEqual([]);
    expect(one.map()).toBe(before);
    one.keeper.show();
    expect(one.shown()).toEqual([]);
  });

  it('[FRAME-39] a copy of the page, and what is sent or pasted to another page, changes nothing on the map', () => {
    const one = board();
    const before = one.map();
    one.editor.duplicatePage(viewPage, second);
    one.keeper.settle();
    expect(one.commands).toEqual([]);
    one.editor.setCurrentPage(viewPage);
    one.editor.moveShapesToPage([aCard(one).id], second);
    one.keeper.settle();
    expect(one.map()).toBe(before);
    expect(one.hints).toContain('otherPage');
    const onSecond = one.editor.getPageShapeIds(second);
    expect([...onSecond]).toEqual([]);
    expect(one.shown().map(({ id }) => id)).toContain(aCard(one).id);
  });

  it('[FRAME-33] an arrow that is copied with its card lets go of the copy and ends where it points', () => {
    const one = board();
    const card = aCard(one);
    const arrow = arrowTo(one, card.id);
    one.editor.duplicateShapes([card.id, arrow], { x: 30, y: 30 });
    one.keeper.settle();
    const copy = one.editor.getCurrentPageShapes().find((shape) => shape.type === 'arrow' && shape.id !== arrow);
    if (copy === undefined) throw new Error('no copy');
    const target = one.editor.getBindingsFromShape(copy.id, 'arrow').map(({ toId }) => toId);
    // where the organization stands already the copy means nothing; elsewhere the arrow points at the new card
    expect(target.every((id) => one.shown().some((shape) => shape.id === id))).toBe(true);
    const bounds = one.editor.getShapePageBounds(copy.id);
    expect(Math.max(bounds?.width ?? 0, bounds?.height ?? 0)).toBeGreaterThan(100);
    const kept = one.editor.getBindingsFromShape(arrow, 'arrow').map(({ toId }) => toId);
    expect(kept).toEqual([card.id]);
  });
});
