/** What a person does to the frame with pointer and keys; what tldraw itself allows to be done to its shapes does the rest. */
import type { FrameShape } from '#client/canvas/frame/frameShapes.ts';
import { frameShapeTypes } from '#client/canvas/frame/frameShapeTypes.ts';
import { frameToolIds } from '#client/canvas/frame/frameTools.ts';
import { handOn, type Hand } from '#client/canvas/frame/testing/handOn.ts';
import type { Random } from '#shared/testing/random.ts';
import { framePage, frameShapesOf } from './frameOfTab.ts';
import type { FuzzPerson } from './FuzzPerson.ts';
import { writeSomewhere } from './writeSomewhere.ts';

interface Scene {
  readonly person: FuzzPerson;
  readonly editor: FuzzPerson['editor'];
  readonly random: Random;
  /** unique in the run */
  readonly name: string;
  readonly hand: Hand;
  /** a shape of this kind, or none */
  any(kind: keyof typeof frameShapeTypes): FrameShape | undefined;
  /** a point on the ring or beside it */
  point(): { x: number; y: number };
  middle(shape: FrameShape): { x: number; y: number };
}

type FrameAct = (scene: Scene) => unknown;

/** Drags it; sometimes others' changes arrive while it is under the pointer, or it is given up. */
function drag(scene: Scene, shape: FrameShape | undefined, to: { x: number; y: number }, altKey = false): void {
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

const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'] as const;

const frameActs: Readonly<Record<string, FrameAct>> = {
  dragCard: (scene) => drag(scene, scene.any('card'), scene.point()),
  nudgeCard: (scene) => {
    const card = scene.any('card');
    if (card) drag(scene, card, near(scene.middle(card), scene.random));
  },
  dragToken: (scene) => {
    const card = scene.any('card');
    drag(scene, scene.any('token'), card ? near(scene.middle(card), scene.random) : scene.point());
  },
  dragWedge: (scene) => drag(scene, scene.any('wedge'), scene.point()),
  copyCard: (scene) => drag(scene, scene.any('card'), scene.point(), true),
  copyToken: (scene) => {
    const card = scene.any('card');
    drag(scene, scene.any('token'), card ? scene.middle(card) : scene.point(), true);
  },
  step: ({ editor, hand, random, any, person }) => {
    const card = any('card');
    if (!card) return;
    editor.select(card.id);
    const key = random.pick(keys);
    const shiftKey = random.chance(0.4);
    if (shiftKey) hand.press('Shift', 'ShiftLeft', { shiftKey });
    hand.press(key, key, { shiftKey });
    person.frame.settle();
    hand.release(key, key, { shiftKey });
    if (shiftKey) hand.release('Shift', 'ShiftLeft');
  },
  tool: ({ editor, hand, random, any, point, middle }) => {
    editor.setCurrentTool(random.pick(frameToolIds));
    const card = random.chance(0.6) ? any('card') : undefined;
    hand.click(card ? near(middle(card), random) : point());
  },
  rename: ({ editor, random, name, any }) => {
    const shape = any(random.pick(['goal', 'wedge', 'card', 'token']));
    if (shape) writeSomewhere(editor, shape, random, name);
  },
  remove: ({ editor, random, any }) => {
    const shape = any(random.pick(['goal', 'wedge', 'card', 'card', 'token', 'token']));
    if (shape) editor.deleteShape(shape.id);
  },
  paste: ({ editor, any, random }) => {
    const shape = any(random.pick(['wedge', 'card', 'card', 'token']));
    const content = shape && editor.getContentFromCurrentPage([shape.id]);
    if (content) editor.putContentOntoCurrentPage(content, { select: true, point: { x: random.below(900), y: 0 } });
  },
};

const usual = ['dragCard', 'dragCard', 'dragCard', 'nudgeCard', 'dragToken', 'dragToken', 'step'];
const names = [...Object.keys(frameActs), ...usual];

/** One gesture of this person on the frame, carried out; answers with its name. */
export function actOnFrame(person: FuzzPerson, random: Random, name: string): string {
  const { editor } = person;
  if (editor.getCurrentPageId() !== framePage) {
    if (!editor.getPage(framePage)) return 'no page';
    editor.setCurrentPage(framePage);
  }
  editor.setCurrentTool('select');
  const shapes = frameShapesOf(person.peer);
  const act = random.pick(names);
  if (random.chance(0.8)) editor.markHistoryStoppingPoint(name);
  frameActs[act]?.({
    person,
    editor,
    random,
    name,
    hand: handOn(editor),
    any(kind) {
      const ofKind = shapes.filter((shape) => shape.type === frameShapeTypes[kind]);
      // people like to meet at the same things
      return ofKind.length > 0 ? random.pick(random.chance(0.5) ? ofKind.slice(0, 3) : ofKind) : undefined;
    },
    point() {
      const angle = random.next() * Math.PI * 2;
      const radius = random.below(1200);
      return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
    },
    middle(shape) {
      const bounds = editor.getShapePageBounds(shape.id);
      return bounds ? { x: bounds.center.x, y: bounds.center.y } : { x: 0, y: 0 };
    },
  });
  // tldraw counts clicks by the clock on the wall; a run depends on its seed only
  editor.cancelDoubleClick();
  person.frame.settle();
  if (random.chance(0.7)) {
    editor.complete();
    editor.setEditingShape(null);
    editor.selectNone();
    editor.setCurrentTool('select');
  }
  return act;
}
