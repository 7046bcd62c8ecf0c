// @vitest-environment jsdom
import {
  createShapeId,
  PageRecordType,
  toRichText,
  type TLArrowShape,
  type TLGeoShape,
  type TLShapeId,
} from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { applyChanges, readMap, writeTemplate } from '#shared/board/mapDocument.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { mapOf } from '#shared/map/PartnershipMap.ts';
import { boardDocument, meet, peerOf, type Peer } from '../testPeers.ts';

const mapOrigin = { name: 'map command' };
const peers: Peer[] = [];
let told: string[] = [];

/** Two people on one board; A's undo tells what it could not do. */
function two(): readonly [Peer, Peer] {
  told = [];
  const doc = boardDocument();
  writeTemplate(doc, mapOf({}));
  const onKept = (kept: string, direction: string) => void told.push(`${direction} ${kept}`);
  const a = peerOf(doc, { mapOrigins: [mapOrigin], onKept });
  const b = peerOf(doc, { mapOrigins: [mapOrigin] });
  peers.push(a, b);
  return [a, b];
}
afterEach(() => {
  for (const peer of peers.splice(0)) peer.leave();
});

const box = createShapeId('box');
const other = createShapeId('other');
const frame = createShapeId('frame');
const mark = (peer: Peer) => peer.editor.markHistoryStoppingPoint('act');
const act = (peer: Peer, run: () => void) => {
  mark(peer);
  run();
  meet(...(peers as [Peer, Peer]));
};
const geo = (peer: Peer, id: TLShapeId = box, x = 0) =>
  act(peer, () => peer.editor.createShape<TLGeoShape>({ id, type: 'geo', x, y: 0, props: { w: 50, h: 50 } }));
const move = (peer: Peer, x: number, id: TLShapeId = box) =>
  act(peer, () => peer.editor.updateShape({ id, type: 'geo', x }));
const color = (peer: Peer, value: TLGeoShape['props']['color'], ids: readonly TLShapeId[]) =>
  act(peer, () =>
    peer.editor.updateShapes<TLGeoShape>(ids.map((id) => ({ id, type: 'geo', props: { color: value } }))),
  );
const write = (peer: Peer, text: string, id: TLShapeId = box) =>
  act(peer, () => peer.editor.updateShape({ id, type: 'geo', props: { richText: toRichText(text) } }));
const addFrame = (peer: Peer) =>
  act(peer, () => peer.editor.createShape({ id: frame, type: 'frame', x: 0, y: 0, props: { w: 400, h: 400 } }));
const undo = (peer: Peer) => (peer.editor.undo(), meet(...(peers as [Peer, Peer])));
const redo = (peer: Peer) => (peer.editor.redo(), meet(...(peers as [Peer, Peer])));
const shape = (peer: Peer, id: TLShapeId = box) => peer.editor.getShape<TLGeoShape>(id);
const isOnBoth = (id: string) => peers.every((peer) => peer.canvas().has(id));

let ids = 0;
function command(peer: Peer, ...commands: readonly Command[]): string {
  const result = runCommands(readMap(peer.doc), commands, { today: '2026-05-04', newId: () => `n${++ids}` });
  if (!result.ok) throw new Error(result.code);
  // an act of its own, as when people take their time
  peer.binding.undo.endStep();
  applyChanges(peer.doc, result.changes, mapOrigin);
  meet(...(peers as [Peer, Peer]));
  return result.id;
}

describe('undo among others', () => {
  it('[UNDO-1] a note in which somebody else wrote stays with their words, and that is said', () => {
    const [a, b] = two();
    geo(a);
    write(b, 'A whole sentence');
    undo(a);
    for (const peer of [a, b]) expect(JSON.stringify(shape(peer)?.props.richText)).toContain('A whole sentence');
    expect(told).toEqual(['undo none']);
    expect(a.editor.getCanUndo()).toBe(false);
    undo(b);
    for (const peer of [a, b]) expect(JSON.stringify(shape(peer)?.props.richText)).not.toContain('sentence');
  });

  it('[UNDO-1] [OUTLINE-20] that an organization is at the table holds up nobody who takes back that they added it', () => {
    const [a, b] = two();
    const organization = command(a, { type: 'add', collection: 'organizations', fields: { name: 'Harbor Steel' } });
    const seat = (fields: object) =>
      command(b, { type: 'edit', collection: 'organizations', id: organization, fields });
    seat({ engagement: 'partner' });
    undo(a);
    expect(readMap(b.doc).organizations).toEqual([]);
    redo(a);
    expect(readMap(b.doc).organizations).toMatchObject([{ name: 'Harbor Steel' }]);
    expect(told).toEqual([]);
    // anything else is work
    seat({ engagement: 'observer' });
    undo(a);
    expect(readMap(b.doc).organizations).toMatchObject([{ engagement: 'observer' }]);
    expect(told).toEqual(['undo none']);
  });

  it('[UNDO-1] what nobody else touched goes, and comes back, without a word', () => {
    const [a, b] = two();
    geo(a);
    geo(b, other);
    undo(a);
    expect(isOnBoth(box)).toBe(false);
    redo(a);
    expect(isOnBoth(box)).toBe(true);
    expect(told).toEqual([]);
  });

  it('[UNDO-1] [UNDO-2] two people drag one note in turns: each undo says that it did nothing, and the note stays', () => {
    const [a, b] = two();
    geo(a);
    move(a, 100);
    move(b, 200);
    move(a, 300);
    move(b, 400);
    for (let press = 1; press <= 3; press++) {
      undo(a);
      expect(told).toHaveLength(press);
      for (const peer of [a, b]) expect(shape(peer)?.x).toBe(400);
    }
    expect(new Set(told)).toEqual(new Set(['undo none']));
  });

  it('[UNDO-1] what others only removed something from is theirs, too', () => {
    const [a, b] = two();
    geo(a);
    write(a, 'long and short');
    write(b, 'short');
    undo(a);
    undo(a);
    expect(isOnBoth(box)).toBe(true);
    expect(told.at(-1)).toBe('undo none');
  });

  it("[UNDO-1] a frame stays when others put something into it, also over a group of one's own in it", () => {
    const [a, b] = two();
    addFrame(a);
    geo(a, box, 10);
    geo(a, other, 100);
    const group = createShapeId('group');
    act(a, () => a.editor.reparentShapes([box, other], frame).groupShapes([box, other], { groupId: group }));
    const theirs = createShapeId('theirs');
    act(b, () => b.editor.createShape({ id: theirs, type: 'geo', parentId: group, x: 5, y: 5 }));
    for (let press = 0; press < 4; press++) undo(a);
    for (const id of [frame, group, theirs]) expect(isOnBoth(id)).toBe(true);
    for (const peer of [a, b]) expect(peer.editor.getShape(theirs)?.parentId).toBe(group);
    expect(told.filter((what) => what === 'undo none').length).toBeGreaterThanOrEqual(2);
  });

  it('[UNDO-1] grouping is taken back as long as nobody else put something in', () => {
    const [a] = two();
    geo(a, box, 10);
    geo(a, other, 100);
    const group = createShapeId('group');
    act(a, () => a.editor.groupShapes([box, other], { groupId: group }));
    undo(a);
    expect(isOnBoth(group)).toBe(false);
    expect(shape(a)?.parentId).toBe(a.editor.getCurrentPageId());
    expect(told).toEqual([]);
  });

  it('[UNDO-1] a page on which others drew stays, an empty one goes', () => {
    const [a, b] = two();
    const [page, empty] = [PageRecordType.createId('second'), PageRecordType.createId('empty')];
    act(a, () => a.editor.createPage({ id: empty, name: 'Empty' }));
    undo(a);
    expect(isOnBoth(empty)).toBe(false);
    act(a, () => a.editor.createPage({ id: page, name: 'Second' }));
    act(b, () => b.editor.createShape({ id: box, type: 'geo', parentId: page, x: 0, y: 0 }));
    undo(a);
    expect(isOnBoth(page)).toBe(true);
    expect(told).toEqual(['undo none']);
  });

  it("[UNDO-1] what somebody else's arrow is attached to stays", () => {
    const [a, b] = two();
    geo(a);
    const arrow = createShapeId('arrow');
    act(b, () => {
      b.editor.createShape<TLArrowShape>({ id: arrow, type: 'arrow', x: 300, y: 300 });
      b.editor.createBinding({
        type: 'arrow',
        fromId: arrow,
        toId: box,
        props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
      });
    });
    undo(a);
    expect(isOnBoth(box)).toBe(true);
    for (const peer of [a, b]) expect(peer.editor.getBindingsToShape(box, 'arrow')).toHaveLength(1);
  });

  it('[UNDO-2] of several things those that others changed stay as they are, and that is said', () => {
    const [a, b] = two();
    geo(a, box);
    geo(a, other, 100);
    color(a, 'red', [box, other]);
    color(b, 'blue', [box]);
    undo(a);
    for (const peer of [a, b]) {
      expect(shape(peer, box)?.props.color).toBe('blue');
      expect(shape(peer, other)?.props.color).toBe('black');
    }
    expect(told).toEqual(['undo some']);
  });

  it('[UNDO-2] a shape that others moved inside of the frame it was put into stays there', () => {
    const [a, b] = two();
    addFrame(a);
    geo(a, box, 900);
    act(a, () => a.editor.reparentShapes([box], frame));
    move(b, 60);
    undo(a);
    for (const peer of [a, b]) expect(shape(peer)).toMatchObject({ parentId: frame, x: 60 });
    expect(told).toEqual(['undo none']);
  });

  it('[UNDO-1] to delete again what came back stops where others wrote into it meanwhile', () => {
    const [a, b] = two();
    geo(a);
    write(b, 'Before');
    act(a, () => a.editor.deleteShape(box));
    undo(a);
    redo(a);
    expect(isOnBoth(box)).toBe(false);
    undo(a);
    write(b, 'Meanwhile');
    redo(a);
    for (const peer of [a, b]) expect(JSON.stringify(shape(peer)?.props.richText)).toContain('Meanwhile');
    expect(told).toEqual(['redo none']);
    // and what it was made by does not go either
    undo(a);
    expect(isOnBoth(box)).toBe(true);
  });

  it('[UNDO-5] Escape takes back what was begun, but nothing that others put into it', () => {
    const [a, b] = two();
    const begun = a.editor.markHistoryStoppingPoint('gesture');
    a.editor.createShape({ id: frame, type: 'frame', x: 0, y: 0, props: { w: 400, h: 400 } });
    meet(a, b);
    act(b, () => b.editor.createShape({ id: box, type: 'geo', parentId: frame, x: 5, y: 5 }));
    a.editor.bailToMark(begun);
    meet(a, b);
    expect(isOnBoth(frame)).toBe(true);
    for (const peer of [a, b]) expect(peer.editor.getShape(frame)).toBeDefined();
    expect(told).toEqual(['undo none']);
  });

  it('[UNDO-1] a step that came to nothing by itself is passed over', () => {
    const [a] = two();
    geo(a);
    act(a, () => {
      a.editor.createShape({ id: other, type: 'geo', x: 0, y: 0 });
      a.binding.flush();
      a.editor.deleteShape(other);
    });
    undo(a);
    expect(isOnBoth(box)).toBe(false);
    expect(told).toEqual([]);
  });
});

describe('undo on the map among others', () => {
  const interest: Command = { type: 'add', collection: 'interests', id: 'jobs', fields: { title: 'Jobs' } };
  const organization: Command = {
    type: 'add',
    collection: 'organizations',
    id: 'harbor',
    fields: { name: 'Harbor Steel' },
  };
  const place: Command = { type: 'place', organization_id: 'harbor', interest_id: 'jobs', part_of_work: null };

  it('[UNDO-1] an interest stays when others placed somebody in it, and goes when only oneself did', () => {
    const [a, b] = two();
    command(a, interest);
    command(b, organization);
    command(b, place);
    undo(a);
    expect(readMap(b.doc).interests).toHaveLength(1);
    expect(readMap(b.doc).placements[0]?.interest_id).toBe('jobs');
    expect(told).toEqual(['undo none']);
  });

  it("[UNDO-1] one's own organization goes step by step from an interest that only oneself made", () => {
    const [a, b] = two();
    command(a, interest);
    command(a, organization, place);
    undo(a);
    undo(a);
    expect(readMap(b.doc)).toMatchObject({ interests: [], organizations: [], placements: [] });
    expect(told).toEqual([]);
  });

  it('[UNDO-1] an organization stays over what others built on what one had built on it', () => {
    const [a, b] = two();
    command(a, interest);
    command(a, organization);
    command(a, place);
    const fields = { organization_id: 'harbor', kind: 'doer', role_title: 'Foreman', interest_ids: null } as const;
    command(a, { type: 'add', collection: 'representatives', id: 'foreman', fields });
    command(a, { type: 'add', collection: 'bodies', id: 'board', fields: { name: 'Board' } });
    command(b, { type: 'seat', body_id: 'board', representative_id: 'foreman' });
    for (let press = 0; press < 5; press++) undo(a);
    const map = readMap(b.doc);
    expect(map.seats).toHaveLength(1);
    expect(map.representatives).toHaveLength(1);
    expect(map.organizations).toHaveLength(1);
    expect(map.bodies).toHaveLength(1);
  });

  it('[UNDO-1] a round stays when others wrote a note in it', () => {
    const [a, b] = two();
    command(a, { type: 'startRound', fields: { focus_question: 'Why?' } });
    command(b, {
      type: 'add',
      collection: 'notes',
      fields: { iteration: 1, stage: 'analyzing_reflecting', text: 'Buses are late' },
    });
    undo(a);
    expect(readMap(b.doc).iterations).toHaveLength(1);
    expect(readMap(b.doc).notes).toHaveLength(1);
  });
});
