import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { roots } from '#shared/board/roots.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { BoardMap } from './BoardMap.ts';
import { addOrganization, addRepresentative } from './mapActions.ts';
import { mapParts } from './MapParts.ts';
import type { MapReadings } from './MapReadings.ts';
import { mapOrigin } from './mapOrigin.ts';

function openMap(template: string, readOnly = false) {
  const start = readTemplate(template);
  if (!start) throw new Error(`there is no template ${template}`);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, firstDocument(start.map));
  const frames: (() => void)[] = [];
  let ids = 0;
  const boardMap = new BoardMap({
    doc,
    readOnly,
    today: () => start.asOf,
    newId: () => `new${(ids += 1)}`,
    nextFrame: (run) => {
      frames.push(run);
      return () => frames.splice(0);
    },
  });
  boardMap.complete(mapParts);
  const readings = (): MapReadings => {
    const now = boardMap.readings();
    if (now === null) throw new Error('no readings');
    return now;
  };
  return { doc, boardMap, readings, frames, draw: () => frames.splice(0).forEach((run) => run()) };
}

describe('BoardMap', () => {
  it('[OUTLINE-1] a command is one transaction with the origin of the map, and is on the map at once', () => {
    const { doc, boardMap } = openMap('employment');
    const origins: unknown[] = [];
    doc.on('afterTransaction', ({ origin, changed }) => changed.size > 0 && origins.push(origin));
    const outcome = boardMap.run(...addOrganization('o-new', 'Night School', 'adult-skills'));
    expect(outcome).toMatchObject({ ok: true, changed: true });
    expect(origins).toEqual([mapOrigin]);
    expect(boardMap.map().placements.some((one) => one.organization_id === 'o-new')).toBe(true);
  });

  it('[UNDO-1] the common undo takes a command back', () => {
    const { doc, boardMap, draw } = openMap('employment');
    const undo = new Y.UndoManager([doc.getMap(roots.map)], { trackedOrigins: new Set([mapOrigin]) });
    const before = boardMap.map();
    boardMap.run({ type: 'remove', collection: 'interests', id: 'adult-skills' });
    undo.undo();
    draw();
    expect(boardMap.run({ type: 'edit', collection: 'interests', id: 'adult-skills', fields: {} }).ok).toBe(true);
    expect(before.interests.map(({ id }) => id)).toContain('adult-skills');
  });

  it('[OUTLINE-2] readings come once per frame and are the same object while nothing changed', () => {
    const { boardMap, readings, frames, draw } = openMap('employment');
    const before = readings();
    expect(before.percent).toBe(62);
    const person = { organization: 'castellano-builders', kind: 'doer', title: 'Foreman' } as const;
    boardMap.run(...addRepresentative(boardMap.map(), 'p1', person, null));
    boardMap.run({ type: 'edit', collection: 'representatives', id: 'p1', fields: { role_title: 'Site foreman' } });
    expect(readings()).toBe(before);
    expect(frames).toHaveLength(1);
    draw();
    const after = readings();
    expect(after).not.toBe(before);
    expect(after.index.map).toBe(boardMap.map());
    const empty = (read: typeof after) =>
      read.open.find((card) => card.rule === 'REP-4')?.findings.map((one) => one.finding.subject);
    expect(empty(before)).toContain('organization:castellano-builders');
    expect(empty(after)).not.toContain('organization:castellano-builders');
    draw();
    expect(readings()).toBe(after);
  });

  it("[RATE-3] ratings count in facilitators' readings, and stay out of map and document", () => {
    const { doc, boardMap, readings, draw } = openMap('employment');
    const rules = () => readings().open.map((card) => card.rule);
    expect(rules()).not.toContain('REP-6');
    const ratings = new Map([['state-labor-office', { influence: 5, stake: 2 }]]);
    boardMap.setRatings(ratings);
    draw();
    expect(rules()).toContain('REP-6');
    expect(boardMap.map().organizations.every((one) => one.influence === null)).toBe(true);
    expect(JSON.stringify(doc.getMap(roots.map).get('organizations'))).not.toContain('influence');
    const before = readings();
    boardMap.setRatings(ratings);
    draw();
    expect(readings()).toBe(before);
    boardMap.setRatings(new Map());
    draw();
    expect(rules()).not.toContain('REP-6');
  });

  it("[OUTLINE-2] others' changes reach the screens with the next frame", () => {
    const { doc, boardMap, draw } = openMap('employment');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const there = new BoardMap({
      doc: other,
      readOnly: false,
      today: () => '2026-03-02',
      newId: () => 'x',
      nextFrame: () => () => {},
    });
    there.complete(mapParts);
    there.run({ type: 'edit', collection: 'interests', id: 'adult-skills', fields: { title: 'Evening classes' } });
    const titleHere = () => boardMap.map().interests.find(({ id }) => id === 'adult-skills')?.title;
    let told = 0;
    boardMap.subscribe(() => (told += 1));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(titleHere()).not.toBe('Evening classes');
    draw();
    expect(titleHere()).toBe('Evening classes');
    expect(told).toBe(1);
  });

  it('[OUTLINE-1] what is refused says why and changes nothing', () => {
    const { boardMap } = openMap('employment');
    const before = boardMap.map();
    const act = addOrganization('o-new', 'Night School', 'no-such-interest');
    expect(boardMap.run(...act)).toMatchObject({ ok: false, code: 'reference' });
    expect(boardMap.map()).toBe(before);
  });

  it('[OUTLINE-1] while the board is read-only every command is refused', () => {
    const { boardMap } = openMap('blank', true);
    expect(boardMap.run(...addOrganization('o', 'Somebody', null))).toEqual({ ok: false, code: 'readOnly' });
    boardMap.setReadOnly(false);
    expect(boardMap.run(...addOrganization('o', 'Somebody', null)).ok).toBe(true);
  });

  it('[MAP-8] who is added to an organization with several interests speaks for the one it was put into', () => {
    const { boardMap } = openMap('employment');
    const person = { organization: 'pathways-training', kind: 'doer', title: 'Coach' } as const;
    const placed = boardMap.map().placements.find((one) => one.organization_id === person.organization);
    boardMap.run(...addRepresentative(boardMap.map(), 'p1', person, placed?.interest_id ?? null));
    boardMap.run(...addRepresentative(boardMap.map(), 'p2', person, null));
    const claims = (id: string) => boardMap.map().representatives.find((one) => one.id === id)?.interest_ids;
    expect(claims('p1')).toEqual([placed?.interest_id]);
    expect(claims('p2')).toBeNull();
  });

  it('[WEIGHT-5] a map is shown before its commands and readings are loaded, and complete as soon as they are', () => {
    const { doc } = openMap('employment');
    const boardMap = new BoardMap({
      doc,
      readOnly: false,
      today: () => '2026-03-02',
      newId: () => 'x',
      nextFrame: () => () => {},
    });
    const add = () => boardMap.run(...addOrganization('o-early', 'Night School', 'adult-skills'));
    expect([add().ok, boardMap.readOnly(), boardMap.readings()]).toEqual([false, true, null]);
    expect(boardMap.map().organizations.length).toBeGreaterThan(0);
    let told = 0;
    boardMap.subscribe(() => (told += 1));
    boardMap.complete(mapParts);
    expect(told).toBe(1);
    expect(boardMap.readings()?.percent).toBe(62);
    expect([boardMap.readOnly(), add().ok]).toEqual([false, true]);
  });
});

describe('what the running workshop lets one change', () => {
  it('[SESSION-20] an act with one change that is not permitted is refused whole, and others go on', () => {
    const { boardMap } = openMap('employment');
    const before = boardMap.map();
    boardMap.setPermit((_map, changes) =>
      changes.some(({ collection }) => collection === 'placements') ? 'locked' : null,
    );
    expect(boardMap.run(...addOrganization('o-new', 'Night School', 'adult-skills'))).toEqual({
      ok: false,
      code: 'locked',
    });
    expect(boardMap.map()).toBe(before);
    boardMap.setPermit(null);
    expect(boardMap.run(...addOrganization('o-new', 'Night School', 'adult-skills'))).toMatchObject({ ok: true });
  });
});
