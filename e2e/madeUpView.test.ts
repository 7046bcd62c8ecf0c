// @vitest-environment jsdom
/** A view that the product does not have, as a definition beside its others: everything that handles views handles it. */
import { Box, type TLShapeId } from '@tldraw/tldraw';
import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meet, peerOf, type Peer } from '#client/binding/testPeers.ts';
import { isOfMap, viewNames } from '#client/canvas/projected/isOfMap.ts';
import { shareSelection } from '#client/canvas/projected/shareSelection.ts';
import { handOn } from '#client/canvas/projected/testing/handOn.ts';
import { projectViews } from '#client/canvas/projected/testing/projectViews.ts';
import type { ProjectedShape } from '#client/canvas/projected/ProjectedShape.ts';
import type { View, ViewActs } from '#client/canvas/projected/View.ts';
import { holdRemovals, type HeldRemoval } from '#client/canvas/removal/holdRemovals.ts';
import { Selection } from '#client/map/Selection.ts';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { applyChanges } from '#shared/board/mapDocument.ts';
import { MapReader } from '#shared/board/MapReader.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { fuzzDay, fuzzSetting, viewParts, viewShapesOf, viewsOfTab, type KeptViews } from './fuzz/viewsOfTab.ts';

/** Questions that were parked, one below the other left of the ring. */
vi.mock(import('#client/canvas/views.ts'), async (original) => {
  const { views } = await original();
  const { Rectangle2d, T } = await import('@tldraw/tldraw');
  const { ProjectedShapeUtil } = await import('#client/canvas/projected/ProjectedShapeUtil.ts');
  class ParkedUtil extends ProjectedShapeUtil<Parked> {
    static override type = 'parked-question';
    static override props = { text: T.string, parkedId: T.string };
    override getDefaultProps = () => ({ text: '', parkedId: '' });
    override getGeometry = () => new Rectangle2d({ width: 200, height: 40, isFilled: true });
    override component = () => null;
    override indicator = () => null;
  }
  const parked: View<Parked> = {
    types: { question: 'parked-question' },
    ids: /^shape:parked\./,
    shapeUtils: [ParkedUtil as never],
    tools: [],
    movable: ['parked-question'],
    walking: ['parked-question'],
    removable: ['parked-question'],
    reads: ['parking_lot'],
    typeName: () => 'question',
    refOf: ({ props }) => (props.parkedId === '' ? null : { collection: 'parking_lot', id: props.parkedId }),
    keyOf: ({ props }) => props.parkedId,
  };
  return { views: { ...views, parked } as typeof views };
});
vi.mock(import('#client/canvas/lateViews.ts'), async (original) => {
  const { lateViews } = await original();
  const { stackIndex } = await import('#client/canvas/projected/stackIndex.ts');
  const at = (place: number) => ({ x: -1200, y: place * 60 });
  const placeOf = (y: number) => Math.max(0, Math.round(y / 60));
  const parked: ViewActs<Parked, number, 'full'> = {
    settingOf: ({ areaOf }) => String(areaOf('frame') !== null),
    project:
      () =>
      (map, { page, areaOf }) => {
        const records = (areaOf('frame') === null ? [] : map.parking_lot).map(({ id, text }, place): Parked => {
          const shape = `shape:parked.${id}` as TLShapeId;
          const index = stackIndex('w', shape);
          const free = { rotation: 0, opacity: 1, isLocked: false, meta: {} } as const;
          return {
            ...free,
            ...at(place),
            typeName: 'shape',
            id: shape,
            type: 'parked-question',
            parentId: page,
            index,
            props: { text, parkedId: id },
          };
        });
        return { records, layout: records.length, area: { ...at(0), width: 200, height: 60 * records.length } };
      },
    hint: (_, hint) => hint,
    remove(shape, { run }) {
      run([{ type: 'remove', collection: 'parking_lot', id: shape.props.parkedId }]);
      return {};
    },
    carryOut(gesture, { layout }, port) {
      switch (gesture.do) {
        case 'move':
        case 'step': {
          const { parkedId: id } = gesture.shape.props;
          const list = port.map().parking_lot.filter((one) => one.id !== id);
          const stands = port.map().parking_lot.findIndex((one) => one.id === id);
          const place = gesture.do === 'move' ? placeOf(gesture.at.y - 20) : stands + (gesture.way === 'next' ? 1 : -1);
          const after = place === 0 ? null : (list[Math.min(place, list.length) - 1]?.id ?? null);
          port.run([{ type: 'reorder', collection: 'parking_lot', id, after }]);
          return {};
        }
        case 'write':
          port.run([
            {
              type: 'edit',
              collection: 'parking_lot',
              id: gesture.shape.props.parkedId,
              fields: { text: gesture.after },
            },
          ]);
          return {};
        case 'delete':
          return this.remove(gesture.shape, port);
        case 'add': {
          if (layout > 3) return { hint: 'full' };
          const id = port.run([{ type: 'add', collection: 'parking_lot', fields: { text: gesture.shape.props.text } }]);
          return id === null ? {} : { added: { id: `shape:parked.${id}`, isUnnamed: false } };
        }
        default:
          return {};
      }
    },
  };
  return { lateViews: { ...lateViews, parked } as typeof lateViews };
});

type Parked = ProjectedShape & { type: 'parked-question'; props: { text: string; parkedId: string } };

const mapOrigin = { name: 'map' };
const idOf = (id: string) => `shape:parked.${id}` as TLShapeId;

/** A board of one person, put together as the page does it. */
class Tab {
  readonly peer: Peer;
  readonly reader: MapReader;
  readonly views: KeptViews;
  #ids = 0;

  constructor(from: Y.Doc) {
    this.peer = peerOf(from, { mapOrigins: [mapOrigin], isElsewhere: isOfMap }, viewParts);
    this.peer.editor.updateViewportScreenBounds(new Box(0, 0, 4000, 4000));
    this.peer.editor.setCamera({ x: 2000, y: 2000, z: 1 }, { immediate: true });
    this.reader = new MapReader(this.peer.doc);
    this.views = viewsOfTab(this.peer, this.reader, { newId: this.newId, run: (commands) => this.run(...commands) });
  }

  readonly newId = () => `q${++this.#ids}`;

  run(...commands: readonly Command[]): string | null {
    const result = runCommands(this.reader.map(), commands, { today: fuzzDay, newId: this.newId });
    if (!result.ok) return null;
    applyChanges(this.peer.doc, result.changes, mapOrigin);
    return result.id;
  }

  questions(): readonly string[] {
    return this.reader.map().parking_lot.map(({ text }) => text);
  }

  /** What is done has arrived everywhere, and the canvas is the map again. */
  settle(...others: readonly Tab[]): void {
    this.views.settle();
    meet(this.peer, ...others.map(({ peer }) => peer));
    for (const { peer, reader } of [this, ...others]) {
      const shown = viewShapesOf(peer).map(({ shape }) => shape);
      expect(shown.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(projectViews(reader.map(), fuzzSetting));
      expect([...peer.canvas().keys()].filter((id) => isOfMap(id))).toEqual([]);
    }
  }

  leave(): void {
    this.views.dispose();
    this.reader.close();
    this.peer.leave();
  }
}

let one: Tab;
let other: Tab;

beforeEach(() => {
  const map = readTemplate('employment')?.map;
  if (!map) throw new Error('there is no such template');
  const doc = new Y.Doc();
  const texts = ['Who pays?', 'Until when?', 'Who decides?'];
  const question = { status: 'parked', moved_to: '', created_by: null } as const;
  const parking_lot = texts.map((text, at) => ({ ...map.parking_lot[0], ...question, id: `p${at}`, text }));
  Y.applyUpdate(doc, firstDocument({ ...map, parking_lot: parking_lot as typeof map.parking_lot }));
  one = new Tab(doc);
  other = new Tab(doc);
});
afterEach(() => {
  one.leave();
  other.leave();
});

describe('a view that the product does not have', () => {
  it('[FRAME-20] [FRAME-21] is shown to everybody beside the others, and nothing of it is written', () => {
    one.settle(other);
    expect(viewNames).toContain('parked');
    expect(one.peer.editor.getShape(idOf('p1'))).toMatchObject({ x: -1200, y: 60, props: { text: 'Until when?' } });
    expect(one.peer.sent() + other.peer.sent()).toBe(0);
  });

  it('[FRAME-22] [FRAME-28] is moved by hand and by keys, written and added to, for everybody', () => {
    const { editor } = one.peer;
    const hand = handOn(editor);
    const middle = () => editor.getShapePageBounds(idOf('p0'))?.center ?? { x: 0, y: 0 };
    editor.select(idOf('p0'));
    hand.hold(middle(), { x: -1100, y: 145 });
    hand.letGo({ x: -1100, y: 145 });
    one.settle(other);
    expect(other.questions()).toEqual(['Until when?', 'Who decides?', 'Who pays?']);
    editor.select(idOf('p0'));
    hand.press('ArrowUp', 'ArrowUp');
    one.views.settle();
    hand.release('ArrowUp', 'ArrowUp');
    one.settle(other);
    expect(other.questions()).toEqual(['Until when?', 'Who pays?', 'Who decides?']);
    editor.updateShape({ id: idOf('p1'), type: 'parked-question', props: { text: 'How long?' } });
    editor.duplicateShapes([idOf('p2')], { x: 0, y: 60 });
    one.settle(other);
    expect(other.questions()).toEqual(['How long?', 'Who pays?', 'Who decides?', 'Who decides?']);
  });

  it('[FRAME-24] [UNDO-1] is deleted, and comes back with undo', () => {
    one.peer.editor.markHistoryStoppingPoint('delete');
    one.peer.editor.deleteShapes([idOf('p1')]);
    one.settle(other);
    expect(other.questions()).toEqual(['Who pays?', 'Who decides?']);
    expect(other.peer.editor.getShape(idOf('p1'))).toBeUndefined();
    one.peer.editor.undo();
    one.settle(other);
    expect(other.questions()).toEqual(['Who pays?', 'Until when?', 'Who decides?']);
    expect(other.peer.editor.getShape(idOf('p1'))).toBeDefined();
  });

  it('[OUTLINE-5] [FRAME-40] is chosen with the panels, and deleting two of it is held back', () => {
    const { editor } = one.peer;
    const selection = new Selection();
    const held: HeldRemoval[] = [];
    const ends = [
      shareSelection(editor, selection),
      holdRemovals({ editor, isMuch: ({ things }) => things > 1, onHeld: (removal) => held.push(removal) }),
    ];
    selection.reveal({ collection: 'parking_lot', id: 'p2' });
    expect(editor.getSelectedShapeIds()).toEqual([idOf('p2')]);
    editor.select(idOf('p0'), idOf('p1'));
    expect(selection.chosen().map(({ id }) => id)).toEqual(['p0', 'p1']);
    editor.deleteShapes(editor.getSelectedShapeIds());
    expect(held).toMatchObject([{ things: 2, drawings: 0 }]);
    for (const end of ends) end();
  });
});
