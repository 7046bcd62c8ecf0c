// @vitest-environment jsdom
import type { TLShapeId } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { createRandom } from '#shared/testing/random.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { templates } from '#shared/templates/templates.ts';
import { withSheet } from '../sheet/testing/withSheet.ts';
import { isOfMap, viewNames, viewOf } from './isOfMap.ts';
import { expectSnapped } from './testing/expectSnapped.ts';
import { viewEditor, type ViewEditor } from './testing/viewEditor.ts';
import { viewTools } from './viewTools.ts';

const open: ViewEditor[] = [];
function board(name = 'employment'): ViewEditor {
  const template = readTemplate(name);
  if (!template) throw new Error(name);
  const made = viewEditor(withSheet(template.map), template.asOf);
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

describe('the views on a canvas', () => {
  it.each(Object.keys(templates))('[FRAME-20] %s is shown, and the same again changes nothing', (name) => {
    const one = board(name);
    expectSnapped(one);
    let changes = 0;
    const stop = one.editor.store.listen(() => (changes += 1));
    one.keeper.show();
    one.editor.store.mergeRemoteChanges(() => undefined);
    stop();
    expect(changes).toBe(0);
  });

  it('[FRAME-27] nothing of a shape is changed by hand but its words, and its place where it may be moved', () => {
    const one = board();
    const before = one.map();
    const byType = new Map(one.shown().map((shape) => [shape.type, shape]));
    for (const { id, type } of byType.values()) {
      one.editor.updateShape({ id, type, rotation: 1, opacity: 0.3, isLocked: true });
      one.editor.bringToFront([id]);
    }
    one.keeper.settle();
    expect(one.map()).toBe(before);
    expectSnapped(one);
  });

  it('[FRAME-24] [CYCLE-14] what is deleted of two views in one act goes in one act', () => {
    const one = board();
    const [interest, note] = [one.map().interests[0]?.id ?? '', one.map().notes[0]?.id ?? ''];
    one.editor.deleteShapes([`shape:interest.${interest}`, `shape:note.${note}`] as TLShapeId[]);
    one.keeper.settle();
    expect(one.commands.map(({ type }) => type)).toEqual(['remove', 'remove']);
    expect([one.map().interests[0]?.id, one.map().notes[0]?.id]).not.toContain(interest);
    expectSnapped(one);
  });
});

describe('the views, by chance', () => {
  const seeds = [1, 2, 3, 4];
  const all = viewNames.flatMap((name) => seeds.map((seed) => [name, seed] as const));
  it.each(all)('[FRAME-20] after any gesture on the %s the canvas is the projection of the map (%i)', (name, seed) => {
    const one = board(seed % 2 === 0 ? 'employment' : 'baltimore');
    const random = createRandom(seed);
    const own = () => one.shown().filter(({ id }) => viewOf(name).ids.test(id));
    const area = one.projection(name).area ?? { x: -500, y: -500, width: 1000, height: 1000 };
    const somewhere = () => ({
      x: area.x - 100 + random.below(area.width + 200),
      y: area.y - 100 + random.below(area.height + 200),
    });
    const tools = [...viewTools.map(({ id }) => id), 'note'];
    for (let count = 0; count < 14; count += 1) {
      const shapes = own();
      if (shapes.length === 0) break;
      const shape = random.pick(shapes);
      const act = random.next();
      if (act < 0.4) one.drag(one.middle(shape.id), somewhere(), random.chance(0.2) ? { altKey: true } : {});
      else if (act < 0.55) one.editor.deleteShapes([shape.id]);
      else if (act < 0.65) one.editor.duplicateShapes([shape.id], { x: 200 * random.next(), y: 90 });
      else if (act < 0.75) {
        one.editor.setCurrentTool('arrow');
        one.drag(one.middle(shape.id), one.middle(random.pick(shapes).id));
      } else if (act < 0.85) {
        one.editor.setCurrentTool(random.pick(tools));
        one.click(somewhere());
        one.editor.complete();
      } else one.editor.updateShape({ id: shape.id, type: shape.type, props: { text: `Name ${count}` } });
      one.editor.setCurrentTool('select');
      one.keeper.settle();
      expectSnapped(one);
    }
    expect(one.commands.length).toBeGreaterThan(3);
    expect(one.editor.getCurrentPageShapes().filter((each) => isOfMap(each.id, each) && !isOfMap(each.id))).toEqual([]);
  });
});
