/** A real editor with the views on it, and a map that commands change: for tests. */
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
import { lateViews } from '../../lateViews.ts';
import { viewShapeUtils, viewToolStates } from '../../useViewParts.tsx';
import type { ViewName } from '../../views.ts';
import { shapeOfView } from '../isOfMap.ts';
import type { ProjectedShape } from '../ProjectedShape.ts';
import type { Projection } from '../View.ts';
import { ViewKeeper } from '../ViewKeeper.ts';
import { handOn, type Hand, type Keys, type Point } from './handOn.ts';
import { projectViews } from './projectViews.ts';

export interface ViewEditor {
  readonly editor: Editor;
  readonly keeper: ViewKeeper;
  readonly hand: Hand;
  readonly hints: string[];
  readonly inspected: EntityRef[];
  /** Commands that were run by gestures. */
  readonly commands: Command[];
  map(): PartnershipMap;
  setMap(map: PartnershipMap): void;
  /** Commands of somebody else, or of a panel; shown. */
  run(...commands: readonly Command[]): void;
  light(stage: Stage | null): void;
  /** The shape with this id, where it is one of a view. */
  shape(id: string): ProjectedShape | undefined;
  /** The middle of a shape on the page. */
  middle(id: string): Point;
  /** Presses, moves and lets go with tldraw's own events. */
  drag(from: Point, to: Point, keys?: Keys): void;
  /** Presses and moves; the pointer stays down. */
  hold(from: Point, to: Point): void;
  click(at: Point): void;
  key(name: string, code: string, keys?: Keys): void;
  /** What a view is now. */
  projection(view: ViewName): Projection;
  /** What the views are on a canvas that begins with this map. */
  projected(): readonly ProjectedShape[];
  /** What stands on the canvas of the views, copies too. */
  shown(): readonly ProjectedShape[];
  dispose(): void;
}

export const viewPage = 'page:page' as TLPageId;

/** As large as the views of a workshop. */
function newEditor(): { readonly editor: Editor; readonly container: HTMLElement } {
  window.matchMedia ??= (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener() {}, removeListener() {} });
  const shapeUtils = [...defaultShapeUtils, ...viewShapeUtils];
  const container = document.createElement('div');
  document.body.append(container);
  const editor = new Editor({
    store: createTLStore({ shapeUtils, bindingUtils: defaultBindingUtils }),
    shapeUtils,
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools, ...viewToolStates],
    getContainer: () => container,
    initialState: 'select',
    textOptions: { tipTapConfig: { extensions: tipTapDefaultExtensions }, addFontsFromNode: defaultAddFontsFromNode },
  });
  const size = () => ({ x: 0, y: 0, w: 20, h: 20, scrollWidth: 20 });
  editor.textMeasure.measureText = size;
  editor.textMeasure.measureHtml = size;
  editor.updateViewportScreenBounds(new Box(0, 0, 8000, 4000));
  editor.setCamera({ x: 2000, y: 2000, z: 1 }, { immediate: true });
  return { editor, container };
}

export function viewEditor(first: PartnershipMap, asOf: string): ViewEditor {
  const { editor, container } = newEditor();
  let map = first;
  let count = 0;
  let litStage: Stage | null = null;
  const hints: string[] = [];
  const inspected: EntityRef[] = [];
  const commands: Command[] = [];
  const context = { today: asOf, newId: () => `new-${++count}` };
  const run = (asked: readonly Command[]): string | null => {
    commands.push(...asked);
    const result = runCommands(map, asked, context);
    if (!result.ok) return null;
    map = result.map;
    return result.id;
  };
  const tried = (asked: readonly Command[]): PartnershipMap | null => {
    const result = runCommands(map, asked, context);
    return result.ok ? result.map : null;
  };
  const keeper = new ViewKeeper({
    editor,
    page: viewPage,
    map: () => map,
    asOf: () => asOf,
    litStage: () => litStage,
    late: () => lateViews,
    port: { map: () => map, newId: context.newId, run, tried },
    merge: (change) => editor.store.mergeRemoteChanges(change),
    onInspect: (ref) => inspected.push(ref),
    onHint: ({ hint }) => hints.push(hint),
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
    setMap(next) {
      map = next;
    },
    run(...asked) {
      const result = runCommands(map, asked, context);
      if (!result.ok) throw new Error(result.message);
      map = result.map;
      keeper.show();
    },
    light(stage) {
      litStage = stage;
      keeper.show();
    },
    shape(id) {
      const shape = editor.getShape(id as TLShapeId);
      return (shape && shapeOfView(shape)?.shape) ?? undefined;
    },
    middle(id) {
      const bounds = editor.getShapePageBounds(id as TLShapeId);
      if (!bounds) throw new Error(`nothing at ${id}`);
      return { x: bounds.center.x, y: bounds.center.y };
    },
    ...settledHand(hand, keeper),
    projection(view) {
      keeper.show();
      const now = keeper.projection(view);
      if (!now) throw new Error(`there is no ${view}`);
      return now;
    },
    projected: () => projectViews(map, { asOf, page: viewPage, litStage }),
    shown: () => shownOn(editor),
    dispose() {
      keeper.dispose();
      editor.dispose();
      container.remove();
    },
  };
}

/** A hand whose gestures are carried out at once. */
function settledHand(hand: Hand, keeper: ViewKeeper): Pick<ViewEditor, 'drag' | 'hold' | 'click' | 'key'> {
  return {
    drag(from, to, keys) {
      hand.hold(from, to, keys);
      hand.letGo(to, keys);
      keeper.settle();
    },
    hold: (from, to) => hand.hold(from, to),
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
  };
}

/** In the order of their ids. */
function shownOn(editor: Editor): readonly ProjectedShape[] {
  return editor.store
    .allRecords()
    .flatMap((record) => shapeOfView(record)?.shape ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
