/** A real editor with the cycle on it, and a map that commands change: for tests. */
import {
  Box,
  createTLStore,
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  Editor,
  tipTapDefaultExtensions,
  type TLPageId,
  type TLShapeId,
} from '@tldraw/tldraw';
import type { EntityRef } from '#client/map/Selection.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { Stage } from '#shared/kinds/values.ts';
import { frameShapeUtils } from '../../frame/frameShapeUtils.ts';
import { handOn, type Hand } from '../../frame/testing/handOn.ts';
import type { CycleHint } from '../carryOutCycle.ts';
import { cycleCommandsOf } from '../cycleCommandsOf.ts';
import { cycleShapeAt } from '../CycleGestures.ts';
import type { CycleShape } from '../cycleShapes.ts';
import { cycleShapeUtils } from '../cycleShapeUtils.ts';
import { isCycleProjected } from '../isCycleProjected.ts';
import { keepCycle, type CycleKeeper } from '../keepCycle.ts';
import { projectCycle } from '../projectCycle.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface CycleEditor {
  readonly editor: Editor;
  readonly keeper: CycleKeeper;
  readonly hand: Hand;
  readonly hints: CycleHint[];
  readonly inspected: EntityRef[];
  readonly commands: Command[];
  map(): PartnershipMap;
  /** Commands of somebody else, or of a panel. */
  run(...commands: readonly Command[]): void;
  light(stage: Stage | null): void;
  shape(id: string): CycleShape | null;
  middle(id: string): Point;
  /** The spot for the next note of a stage in the open round. */
  spot(stage: Stage): Point;
  drag(from: Point, to: Point, keys?: { readonly altKey?: boolean }): void;
  click(at: Point): void;
  key(name: string, code: string, keys?: { readonly shiftKey?: boolean }): void;
  /** Ids of what is on the canvas and shows the cycle, copies too. */
  shown(): readonly string[];
  projected(): readonly string[];
  dispose(): void;
}

export const cyclePage = 'page:page' as TLPageId;

export function cycleEditor(first: PartnershipMap, asOf: string): CycleEditor {
  window.matchMedia ??= (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener() {}, removeListener() {} });
  const shapeUtils = [...defaultShapeUtils, ...frameShapeUtils, ...cycleShapeUtils];
  const store = createTLStore({ shapeUtils, bindingUtils: defaultBindingUtils });
  const container = document.createElement('div');
  document.body.append(container);
  const editor = new Editor({
    store,
    shapeUtils,
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools],
    getContainer: () => container,
    initialState: 'select',
    textOptions: { tipTapConfig: { extensions: tipTapDefaultExtensions }, addFontsFromNode: defaultAddFontsFromNode },
  });
  const size = () => ({ x: 0, y: 0, w: 20, h: 20, scrollWidth: 20 });
  editor.textMeasure.measureText = size;
  editor.textMeasure.measureHtml = size;
  editor.updateViewportScreenBounds(new Box(0, 0, 6000, 4000));
  editor.setCamera({ x: 500, y: 2000, z: 1 }, { immediate: true });

  let map = first;
  let count = 0;
  let litStage: Stage | null = null;
  const hints: CycleHint[] = [];
  const inspected: EntityRef[] = [];
  const commands: Command[] = [];
  const newId = () => `new-${++count}`;
  const run = (asked: readonly Command[]): string | null => {
    commands.push(...asked);
    const result = runCommands(map, asked, { today: asOf, newId });
    if (!result.ok) return null;
    map = result.map;
    return result.id;
  };
  const keeper = keepCycle({
    editor,
    page: cyclePage,
    map: () => map,
    asOf: () => asOf,
    left: () => 700,
    litStage: () => litStage,
    commands: () => cycleCommandsOf({ map: () => map, newId, run }),
    merge: (change) => store.mergeRemoteChanges(change),
    onInspect: (ref) => inspected.push(ref),
    onHint: (hint) => hints.push(hint),
  });
  keeper.show();
  const hand = handOn(editor);
  return {
    editor,
    keeper,
    hand,
    hints,
    inspected,
    commands,
    map: () => map,
    run(...asked) {
      const result = runCommands(map, asked, { today: asOf, newId });
      if (!result.ok) throw new Error(result.message);
      map = result.map;
      keeper.show();
    },
    light(stage) {
      litStage = stage;
      keeper.show();
    },
    shape: (id) => cycleShapeAt(editor, id),
    middle(id) {
      const bounds = editor.getShapePageBounds(id as TLShapeId);
      if (!bounds) throw new Error(`nothing at ${id}`);
      return { x: bounds.center.x, y: bounds.center.y };
    },
    spot(stage) {
      const round = keeper.show()?.layout.rounds.find((one) => one.isOpen);
      const next = round?.quarters.find((one) => one.stage === stage)?.next;
      if (!next) throw new Error(`no spot in ${stage}`);
      return { x: next.x + next.width / 2, y: next.y + next.height / 2 };
    },
    drag(from, to, keys) {
      hand.hold(from, to, keys);
      hand.letGo(to, keys);
      keeper.settle();
    },
    click(at) {
      hand.click(at);
      keeper.settle();
    },
    key(name, code, keys) {
      hand.press(name, code, keys);
      keeper.settle();
      hand.release(name, code, keys);
      keeper.settle();
    },
    shown: () =>
      editor.store
        .allRecords()
        .filter((record) => isCycleProjected(record.id, record))
        .map((record) => record.id)
        .toSorted(),
    projected: () =>
      projectCycle(map, { asOf, left: 700, litStage, page: cyclePage })
        .records.map((record): string => record.id)
        .toSorted(),
    dispose() {
      keeper.dispose();
      editor.dispose();
      container.remove();
    },
  };
}
