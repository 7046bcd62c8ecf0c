/** What a person does on the canvas: through the editor, as its tools do. What tldraw refuses by itself never starts here. */
import { createShapeId, PageRecordType, toRichText, type TLShape, type TLShapeId, type TLPageId } from '@tldraw/tldraw';
import { isDeepStrictEqual } from 'node:util';
import { isOfMap } from '#client/canvas/projected/isOfMap.ts';
import { readRecord } from '#shared/board/record.ts';
import type { Random } from '#shared/testing/random.ts';
import { firstDifference } from './firstDifference.ts';
import { viewPage } from './viewsOfTab.ts';
import type { FuzzPerson } from './FuzzPerson.ts';
import { writeSomewhere } from './writeSomewhere.ts';

interface Scene {
  readonly person: FuzzPerson;
  readonly editor: FuzzPerson['editor'];
  readonly random: Random;
  /** unique in the run */
  readonly name: string;
  readonly shapes: readonly TLShape[];
  /** one of them, the same for the whole act */
  readonly shape: TLShape | undefined;
  /** some of them */
  readonly some: TLShapeId[];
  readonly place: { x: number; y: number };
}

type CanvasAct = (scene: Scene) => unknown;

const colors = ['red', 'blue', 'green', 'black'] as const;

function change(scene: Scene, shape: TLShape, props: Record<string, unknown>): void {
  scene.editor.updateShape({ id: shape.id, type: shape.type, props });
}

function bind(scene: Scene, arrow: TLShapeId, target: TLShape | undefined, terminal: 'start' | 'end'): void {
  if (!target || target.type === 'arrow' || scene.editor.getShape(arrow)?.type !== 'arrow') return;
  const there = scene.editor
    .getBindingsFromShape(arrow, 'arrow')
    .find((binding) => (binding.props as { terminal?: unknown }).terminal === terminal);
  if (there) scene.editor.deleteBinding(there);
  const props = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false };
  scene.editor.createBinding({ type: 'arrow', fromId: arrow, toId: target.id, props });
}

const anyShape = ({ random, shapes }: Scene) => (shapes.length > 0 ? random.pick(shapes) : undefined);
const anyPage = ({ editor, random }: Scene): TLPageId => random.pick(editor.getPages()).id;
const isInside = (editor: Scene['editor'], shape: TLShape, ids: readonly TLShapeId[]): boolean =>
  ids.includes(shape.id) || editor.getShapeAncestors(shape.id).some((above) => ids.includes(above.id));

export const canvasActs: Readonly<Record<string, CanvasAct>> = {
  add: ({ editor, random, name, place }) =>
    editor.createShape({ id: createShapeId(name), type: random.pick(['geo', 'note', 'text']), ...place }),
  frame: ({ editor, name, place }) =>
    editor.createShape({ id: createShapeId(name), type: 'frame', ...place, props: { w: 400, h: 400, name } }),
  move: ({ editor, shape, place }) => shape && editor.updateShape({ id: shape.id, type: shape.type, ...place }),
  drag: (scene) => {
    const { editor, person, shape, random } = scene;
    if (!shape) return;
    for (let x = 1 + random.below(6); x > 0; x--) {
      editor.updateShape({ id: shape.id, type: shape.type, x: x * 10, y: scene.place.y });
      person.peer.pace.pass(random.below(40));
      // somebody else may have deleted it meanwhile
      if (!editor.getShape(shape.id)) return;
    }
  },
  turn: ({ editor, shape, random }) =>
    shape && editor.updateShape({ id: shape.id, type: shape.type, rotation: random.below(6) }),
  resize: (scene) => {
    const { shape, random } = scene;
    if (shape && 'w' in shape.props && 'h' in shape.props)
      change(scene, shape, { w: 20 + random.below(300), h: 20 + random.below(300) });
  },
  color: (scene) => {
    const { shape, random } = scene;
    if (shape && 'color' in shape.props) change(scene, shape, { color: random.pick(colors) });
  },
  opacity: ({ editor, some, random }) => {
    editor.updateShapes(
      some.flatMap((id) => {
        const shape = editor.getShape(id);
        return shape ? [{ id, type: shape.type, opacity: random.pick([0.25, 0.5, 1]) }] : [];
      }),
    );
  },
  write: ({ editor, shape, random, name }) => shape && writeSomewhere(editor, shape, random, name),
  list: (scene) => {
    const { shape, name } = scene;
    if (!shape || !('richText' in shape.props)) return;
    const item = { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: name }] }] };
    change(scene, shape, { richText: { type: 'doc', content: [{ type: 'bulletList', content: [item] }] } });
  },
  empty: (scene) => {
    const { shape } = scene;
    if (shape && 'richText' in shape.props) change(scene, shape, { richText: toRichText('') });
  },
  remove: ({ editor, some, shape, random }) => {
    if (random.chance(0.2)) editor.deleteShapes(some);
    else if (shape) editor.deleteShape(shape.id);
  },
  removeBound: ({ editor, shapes, random }) => {
    const bound = shapes.filter((shape) => editor.getBindingsToShape(shape.id, 'arrow').length > 0);
    if (bound.length > 0) editor.deleteShape(random.pick(bound).id);
  },
  order: ({ editor, some, random }) =>
    random.pick([
      () => editor.bringToFront(some),
      () => editor.sendToBack(some),
      () => editor.bringForward(some),
      () => editor.sendBackward(some),
    ])(),
  group: ({ editor, some, name }) => editor.groupShapes(some, { groupId: createShapeId(name) }),
  ungroup: ({ editor, some }) => editor.ungroupShapes(some),
  duplicate: ({ editor, some }) => editor.duplicateShapes(some.slice(0, 3), { x: 10, y: 10 }),
  paste: ({ editor, some }) => {
    const content = editor.getContentFromCurrentPage(some.slice(0, 3));
    if (content) editor.putContentOntoCurrentPage(content, { select: true });
  },
  align: ({ editor, some }) => some.length > 1 && editor.alignShapes(some, 'left'),
  reparent: ({ editor, some, shape, shapes, random }) => {
    const holders = shapes.filter((each) => each.type === 'frame');
    const holder = shape?.type === 'frame' ? shape : holders.length > 0 ? random.pick(holders) : undefined;
    if (holder && some.length > 0 && !isInside(editor, holder, some)) editor.reparentShapes(some, holder.id);
  },
  arrow: (scene) => {
    const { editor, name, place } = scene;
    const id = createShapeId(name);
    editor.createShape({ id, type: 'arrow', ...place });
    bind(scene, id, scene.shape, 'start');
    bind(scene, id, anyShape(scene), 'end');
  },
  rebind: (scene) => {
    const arrow = scene.shapes.find((shape) => shape.type === 'arrow');
    if (arrow) bind(scene, arrow.id, scene.shape, scene.random.pick(['start', 'end']));
  },
  stroke: (scene) => {
    const { editor, name, place, person, random } = scene;
    const id = createShapeId(name);
    const points: { x: number; y: number; z: number }[] = [{ x: 0, y: 0, z: 0.5 }];
    const segments = () => [{ type: 'free' as const, points: [...points] }];
    editor.createShape({ id, type: 'draw', ...place, props: { segments: segments(), isComplete: false } });
    for (let n = 1 + random.below(5); n > 0; n--) {
      points.push({ x: n, y: n, z: 0.5 });
      editor.updateShape({ id, type: 'draw', props: { segments: segments() } });
      person.peer.pace.pass(random.below(60));
      if (!editor.getShape(id)) return;
    }
    editor.updateShape({ id, type: 'draw', props: { isComplete: true } });
  },
  page: ({ editor, name, random }) =>
    editor.getPages().length < 4 &&
    editor.createPage({
      name,
      id: PageRecordType.createId(name),
      ...(random.chance(0.2) ? { index: editor.getPages()[0]?.index } : {}),
    }),
  copyPage: ({ editor, name }) =>
    editor.getPages().length < 4 && editor.duplicatePage(editor.getCurrentPageId(), PageRecordType.createId(name)),
  namePage: (scene) => scene.editor.renamePage(anyPage(scene), scene.name),
  go: (scene) => scene.editor.setCurrentPage(anyPage(scene)),
  removePage: (scene) => scene.editor.deletePage(anyPage(scene)),
  moveToPage: (scene) => {
    const page = anyPage(scene);
    if (scene.some.length > 0 && page !== scene.editor.getCurrentPageId())
      scene.editor.moveShapesToPage(scene.some, page);
  },
  undo: ({ editor }) => editor.undo(),
  redo: ({ editor }) => editor.redo(),
  undoRedo: ({ editor }) => editor.getCanUndo() && editor.undo().redo(),
  escape: ({ editor, shape, place }) => {
    const mark = editor.markHistoryStoppingPoint('gesture');
    if (shape) editor.updateShape({ id: shape.id, type: shape.type, ...place });
    editor.bailToMark(mark);
  },
  quietly: ({ editor, shape, place }) =>
    shape && editor.run(() => editor.updateShape({ id: shape.id, type: shape.type, ...place }), { history: 'ignore' }),
  together: ({ editor, shape, place, name }) => {
    const mark = editor.markHistoryStoppingPoint('together');
    if (shape) editor.updateShape({ id: shape.id, type: shape.type, ...place });
    editor.createShape({ id: createShapeId(name), type: 'geo', ...place });
    editor.squashToMark(mark);
  },
};

const usual = [
  'add',
  'add',
  'add',
  'move',
  'drag',
  'write',
  'write',
  'arrow',
  'arrow',
  'undo',
  'undo',
  'redo',
  'color',
];
const names = [...Object.keys(canvasActs), ...usual];

/** What this person drew and sees, but for exact indexes: equal ones are told apart in the view, which may move a new one (BIND-12). */
function seen(person: FuzzPerson): Record<string, unknown> {
  const records = Object.entries(person.peer.shown()).filter(([id, record]) => !isOfMap(id, record));
  return Object.fromEntries(records.map(([id, record]) => [id, { ...record, index: null }]));
}

/** Arrows that are bound to a shape of the map, shown or not. */
function arrowsOnCards(person: FuzzPerson): readonly string[] {
  return [...person.peer.canvas()].flatMap(([id, stored]) => {
    const read = readRecord(id, stored);
    if (!read.ok || !('toId' in read.record) || !('fromId' in read.record)) return [];
    return isOfMap(String(read.record.toId)) ? [String(read.record.fromId)] : [];
  });
}

/** One act of this person; answers with its name. Faults are what the act did beside what one could see. */
export function actOnCanvas(person: FuzzPerson, random: Random, name: string): { act: string; faults: string[] } {
  const { editor } = person;
  const { binding } = person.peer;
  const isWatched = random.chance(0.5);
  if (isWatched) {
    binding.flush();
    binding.show();
  }
  const before = isWatched ? seen(person) : {};
  const shapes = editor.getCurrentPageShapes();
  const act = random.pick(names);
  if (random.chance(0.8)) editor.markHistoryStoppingPoint(name);
  canvasActs[act]?.({
    person,
    editor,
    random,
    name,
    shapes,
    // people like to meet at the same things
    shape: shapes.length > 0 ? random.pick(random.chance(0.4) ? shapes.slice(0, 3) : shapes) : undefined,
    some: shapes.filter(() => random.chance(0.3)).map((shape) => shape.id),
    place: { x: random.below(900), y: random.below(900) },
  });
  // what was done to the frame ends as commands, or goes back
  person.views.settle();
  if (!isWatched) return { act, faults: [] };
  const isBack = person.setup.role === 'observer' || act === 'undoRedo' || act === 'escape';
  const expected = isBack ? before : seen(person);
  binding.flush();
  binding.show();
  const after = seen(person);
  // the page of the map comes back, emptied; arrows on cards follow what the map does to these (decision 0088)
  for (const id of [...(act === 'removePage' ? [viewPage] : []), ...arrowsOnCards(person)])
    for (const side of [expected, after]) delete side[id];
  const isKept = isDeepStrictEqual(after, expected);
  return { act, faults: isKept ? [] : [`${act} did not stay as it was seen: ${firstDifference(expected, after)}`] };
}
