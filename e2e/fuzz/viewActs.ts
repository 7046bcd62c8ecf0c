/** What a person does to a view with pointer and keys; what tldraw itself allows to be done to its shapes does the rest. */
import { groupChosen } from '#client/canvas/projected/groupChosen.ts';
import { shownEntity, viewNames, type ShapeOfView } from '#client/canvas/projected/isOfMap.ts';
import { openedOn } from '#client/canvas/projected/openedOn.ts';
import { handOn, type Hand } from '#client/canvas/projected/testing/handOn.ts';
import { viewTools } from '#client/canvas/projected/viewTools.ts';
import type { Random } from '#shared/testing/random.ts';
import { viewPage, viewShapesOf } from './viewsOfTab.ts';
import type { FuzzPerson } from './FuzzPerson.ts';
import { writeSomewhere } from './writeSomewhere.ts';

type Way = 'movable' | 'walking' | 'removable';

interface Scene {
  readonly person: FuzzPerson;
  readonly editor: FuzzPerson['editor'];
  readonly random: Random;
  /** unique in the run */
  readonly name: string;
  readonly hand: Hand;
  /** a shape of the view, of a type with which this can be done, or none */
  any(way?: Way): ShapeOfView['shape'] | undefined;
  /** a point on the view or beside it */
  point(): { x: number; y: number };
  middle(shape: ShapeOfView['shape']): { x: number; y: number };
}

type ViewAct = (scene: Scene) => unknown;

/** Drags it; sometimes others' changes arrive while it is under the pointer, or it is given up. */
function drag(
  scene: Scene,
  shape: ShapeOfView['shape'] | undefined,
  to: { x: number; y: number },
  altKey = false,
): void {
  if (!shape) return;
  const { editor, hand, person, random } = scene;
  editor.select(shape.id);
  hand.hold(scene.middle(shape), to, { altKey });
  if (random.chance(0.4)) {
    person.read();
    person.peer.pace.pass(random.below(120));
  }
  if (random.chance(0.1)) editor.cancel();
  hand.letGo(to, { altKey });
}

const near = ({ x, y }: { x: number; y: number }, random: Random) => ({
  x: x + random.below(80) - 40,
  y: y + random.below(80) - 40,
});
const nearAny = (scene: Scene) => {
  const other = scene.any();
  return other ? near(scene.middle(other), scene.random) : scene.point();
};

const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'] as const;

const acts: Readonly<Record<string, ViewAct>> = {
  drag: (scene) => drag(scene, scene.any('movable'), scene.point()),
  nudge: (scene) => {
    const shape = scene.any('movable');
    if (shape) drag(scene, shape, near(scene.middle(shape), scene.random));
  },
  dropOn: (scene) => drag(scene, scene.any('movable'), nearAny(scene)),
  dragAny: (scene) => drag(scene, scene.any(), scene.point()),
  copy: (scene) => drag(scene, scene.any('movable'), nearAny(scene), true),
  together: (scene) => {
    const { editor, hand, person, random } = scene;
    const shapes = [scene.any('movable'), scene.any('movable'), scene.any('movable')].filter(
      (one) => one !== undefined,
    );
    const [first] = shapes;
    if (!first) return;
    editor.setSelectedShapes(shapes.map(({ id }) => id));
    const to = nearAny(scene);
    hand.hold(scene.middle(first), to);
    if (random.chance(0.3)) person.read();
    hand.letGo(to);
  },
  group: ({ editor, any }) => {
    const shapes = [any('walking'), any('walking'), any('walking')].filter((one) => one !== undefined);
    editor.setSelectedShapes(shapes.map(({ id }) => id));
    groupChosen(editor);
  },
  open: ({ editor, random, any }) => {
    const shape = any();
    const ref = shape && shownEntity(shape);
    if (ref) openedOn(editor).update((opened) => new Map([...opened, [ref.id, random.below(3)]]));
  },
  step: ({ editor, hand, random, any, person }) => {
    const shape = any('walking');
    if (!shape) return;
    editor.select(shape.id);
    const key = random.pick(keys);
    const shiftKey = random.chance(0.4);
    if (shiftKey) hand.press('Shift', 'ShiftLeft', { shiftKey });
    hand.press(key, key, { shiftKey });
    person.views.settle();
    hand.release(key, key, { shiftKey });
    if (shiftKey) hand.release('Shift', 'ShiftLeft');
  },
  tool: (scene) => {
    const { editor, hand, random } = scene;
    editor.setCurrentTool(random.pick([...viewTools.map(({ id }) => id), 'note']));
    hand.click(random.chance(0.6) ? nearAny(scene) : scene.point());
  },
  arrow: (scene) => {
    const { editor, hand, random } = scene;
    const [from, to] = [nearAny(scene), random.chance(0.8) ? nearAny(scene) : scene.point()];
    editor.setCurrentTool('arrow');
    hand.hold(from, to);
    hand.letGo(to);
  },
  write: ({ editor, random, name, any }) => {
    const shape = any();
    if (shape) writeSomewhere(editor, shape, random, name);
  },
  remove: ({ editor, any, random }) => {
    const shape = any(random.chance(0.8) ? 'removable' : undefined);
    if (shape) editor.deleteShape(shape.id);
  },
  paste: ({ editor, any, point }) => {
    const shape = any();
    const content = shape && editor.getContentFromCurrentPage([shape.id]);
    if (content) editor.putContentOntoCurrentPage(content, { select: true, point: point() });
  },
};

const usual = ['drag', 'drag', 'drag', 'nudge', 'dropOn', 'dropOn', 'step'];
const names = [...Object.keys(acts), ...usual];

/** One gesture of this person on a view, carried out; answers with its name. */
export function actOnViews(person: FuzzPerson, random: Random, name: string): string {
  const { editor } = person;
  if (editor.getCurrentPageId() !== viewPage) {
    if (!editor.getPage(viewPage)) return 'no page';
    editor.setCurrentPage(viewPage);
  }
  editor.setCurrentTool('select');
  const view = random.pick(viewNames);
  const shapes = viewShapesOf(person.peer).filter((one) => one.name === view);
  const area = person.views.projection(view)?.area ?? { x: 0, y: 0, width: 0, height: 0 };
  const act = random.pick(names);
  if (random.chance(0.8)) editor.markHistoryStoppingPoint(name);
  acts[act]?.({
    person,
    editor,
    random,
    name,
    hand: handOn(editor),
    any(way) {
      const types = [...new Set(shapes.map(({ shape }) => shape.type))].filter(
        (type) => way === undefined || shapes[0]?.view[way].includes(type),
      );
      if (types.length === 0) return undefined;
      const type = random.pick(types);
      const ofType = shapes.flatMap(({ shape }) => (shape.type === type ? shape : []));
      // people like to meet at the same things
      return random.pick(random.chance(0.5) ? ofType.slice(0, 3) : ofType);
    },
    point: () => ({
      x: area.x - 200 + random.below(area.width + 400),
      y: area.y - 200 + random.below(area.height + 400),
    }),
    middle(shape) {
      const bounds = editor.getShapePageBounds(shape.id);
      return bounds ? { x: bounds.center.x, y: bounds.center.y } : { x: 0, y: 0 };
    },
  });
  // tldraw counts clicks by the clock on the wall; a run depends on its seed only
  editor.cancelDoubleClick();
  person.views.settle();
  if (random.chance(0.7)) {
    editor.complete();
    editor.setEditingShape(null);
    editor.selectNone();
    editor.setCurrentTool('select');
  }
  return `${view} ${act}`;
}
