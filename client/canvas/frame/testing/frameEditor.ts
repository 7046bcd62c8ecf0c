/** A real editor with the frame on it, and a map that commands change: for tests. */
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
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { carryOut } from '../carryOut.ts';
import { frameCommandsOf } from '../frameCommandsOf.ts';
import type { FrameEntity } from '../FrameEntity.ts';
import type { FrameShape } from '../frameShapes.ts';
import { frameTools } from '../frameTools.ts';
import { keepFrame } from '../keepFrame.ts';
import { projectFrame } from '../projectFrame.ts';
import { frameShapeUtils } from '../frameShapeUtils.ts';
import { handOn } from './handOn.ts';

export interface FrameEditor {
  readonly editor: Editor;
  readonly keeper: ReturnType<typeof keepFrame>;
  readonly hints: string[];
  readonly inspected: FrameEntity[];
  /** Commands that were run. */
  readonly commands: Command[];
  map(): PartnershipMap;
  setMap(map: PartnershipMap): void;
  shape(id: string): FrameShape | undefined;
  /** The middle of a shape on the page. */
  middle(id: string): { x: number; y: number };
  /** Presses, moves and lets go with tldraw's own events. */
  drag(from: { x: number; y: number }, to: { x: number; y: number }, keys?: { altKey?: boolean }): void;
  /** Presses and moves; the pointer stays down. */
  hold(from: { x: number; y: number }, to: { x: number; y: number }): void;
  click(at: { x: number; y: number }): void;
  key(name: string, code: string, keys?: { shiftKey?: boolean }): void;
  /** What the projection says now. */
  projected(): readonly FrameShape[];
  /** The store's shapes that show the map. */
  shown(): readonly FrameShape[];
  dispose(): void;
}

export const framePage = 'page:page' as TLPageId;

function completeWindow(): void {
  window.matchMedia ??= (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener() {}, removeListener() {} });
}

export function frameEditor(first: PartnershipMap, asOf: string): FrameEditor {
  completeWindow();
  const shapeUtils = [...defaultShapeUtils, ...frameShapeUtils];
  const store = createTLStore({ shapeUtils, bindingUtils: defaultBindingUtils });
  const container = document.createElement('div');
  document.body.append(container);
  const editor = new Editor({
    store,
    shapeUtils,
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools, ...frameTools],
    getContainer: () => container,
    initialState: 'select',
    textOptions: { tipTapConfig: { extensions: tipTapDefaultExtensions }, addFontsFromNode: defaultAddFontsFromNode },
  });
  const size = () => ({ x: 0, y: 0, w: 20, h: 20, scrollWidth: 20 });
  editor.textMeasure.measureText = size;
  editor.textMeasure.measureHtml = size;
  editor.updateViewportScreenBounds(new Box(0, 0, 4000, 4000));
  editor.setCamera({ x: 2000, y: 2000, z: 1 }, { immediate: true });

  let map = first;
  let count = 0;
  const hints: string[] = [];
  const inspected: FrameEntity[] = [];
  const commands: Command[] = [];
  const context = { today: asOf, newId: () => `new-${++count}` };
  const run = (asked: readonly Command[]): string | null => {
    commands.push(...asked);
    const result = runCommands(map, asked, context);
    if (!result.ok) return null;
    map = result.map;
    return result.id;
  };
  const keeper = keepFrame({
    editor,
    page: framePage,
    map: () => map,
    asOf: () => asOf,
    carryOut: () => (gesture, projection) => carryOut(gesture, projection, frameCommandsOf({ map: () => map, run })),
    merge: (change) => store.mergeRemoteChanges(change),
    onInspect: (entity) => inspected.push(entity),
    onHint: (hint) => hints.push(hint),
  });
  keeper.show();

  const hand = handOn(editor);
  const unknownShape = (id: string) => editor.getShape(id as TLShapeId) as unknown as FrameShape | undefined;
  return {
    editor,
    keeper,
    hints,
    inspected,
    commands,
    map: () => map,
    setMap(next) {
      map = next;
    },
    shape: unknownShape,
    middle(id) {
      const bounds = editor.getShapePageBounds(id as TLShapeId);
      if (!bounds) throw new Error(`nothing at ${id}`);
      return { x: bounds.center.x, y: bounds.center.y };
    },
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
    projected: () => projectFrame(map, asOf, framePage).records,
    shown: () =>
      editor.store
        .allRecords()
        .filter((record) => record.typeName === 'shape' && /^shape:(goal$|\w+\.)/.test(record.id)) as never,
    dispose() {
      keeper.dispose();
      editor.dispose();
      container.remove();
    },
  };
}
