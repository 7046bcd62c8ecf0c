// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { viewEditor, type ViewEditor } from '../projected/testing/viewEditor.ts';
import { goalShapeId } from '../frame/frameShapeIds.ts';
import { holdRemovals, type HeldRemoval } from './holdRemovals.ts';

let one: ViewEditor;
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  one.dispose();
});

function board(): HeldRemoval[] {
  const template = readTemplate('employment');
  if (!template) throw new Error('no template');
  one = viewEditor(template.map, template.asOf);
  const held: HeldRemoval[] = [];
  const isMuch = ({ things }: HeldRemoval) => things > 1;
  ends.push(holdRemovals({ editor: one.editor, isMuch, onHeld: (removal) => held.push(removal) }));
  return held;
}
const wedges = () => one.shown().filter(({ type }) => type === 'interest-wedge');

describe('deleting what is chosen', () => {
  it('[FRAME-40] of more than one thing of the map is held with everything chosen, until it is meant', () => {
    const held = board();
    one.editor.createShape({ type: 'geo', x: 5000, y: 5000 });
    const interests = one.map().interests.length;
    const shapes = one.editor.getCurrentPageShapeIds().size;
    one.editor.selectAll();
    const chosen = one.editor.getSelectedShapeIds();
    one.editor.deleteShapes(one.editor.getSelectedShapeIds());
    one.keeper.settle();
    expect(one.editor.getCurrentPageShapeIds().size).toBe(shapes);
    expect(one.editor.getSelectedShapeIds()).toEqual(chosen);
    expect(one.map().interests).toHaveLength(interests);
    expect(held).toHaveLength(1);
    expect(held[0]).toMatchObject({ drawings: 1 });
    // what the deletion would do, before it does
    const types = held[0]?.shapes.map(({ shape }) => shape.type) ?? [];
    expect(types.filter((type) => type === 'interest-wedge')).toHaveLength(interests);
    expect(types.indexOf('organization-card')).toBeGreaterThan(types.lastIndexOf('interest-wedge'));
    expect(types.filter((type) => type === 'stage-note')).toHaveLength(one.map().notes.length);
    expect(types).not.toContain('partnership-goal');
    held[0]?.remove();
    one.keeper.settle();
    expect(one.map().interests).toEqual([]);
    expect(wedges()).toEqual([]);
    expect([...one.editor.getCurrentPageShapeIds()].some((id) => one.editor.getShape(id)?.type === 'geo')).toBe(false);
    expect(held).toHaveLength(1);
  });

  it('[FRAME-40] of one thing, and of drawings, goes at once', () => {
    const held = board();
    const [first] = wedges();
    one.editor.createShapes([
      { type: 'geo', x: 5000, y: 5000 },
      { type: 'geo', x: 6000, y: 5000 },
    ]);
    one.editor.select(goalShapeId, first?.id ?? goalShapeId);
    one.editor.deleteShapes(one.editor.getSelectedShapeIds());
    one.keeper.settle();
    expect(wedges().map(({ id }) => id)).not.toContain(first?.id);
    one.editor.setSelectedShapes(one.editor.getCurrentPageShapes().filter(({ type }) => type === 'geo'));
    one.editor.deleteShapes(one.editor.getSelectedShapeIds());
    expect(one.editor.getCurrentPageShapes().some(({ type }) => type === 'geo')).toBe(false);
    expect(held).toEqual([]);
  });
});
