// @vitest-environment jsdom
import { createTLStore, defaultBindingUtils, defaultShapeUtils, type TLPageId } from '@tldraw/tldraw';
import { describe, expect, it } from 'vitest';
import { applyToMap } from '#shared/map/applyToMap.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { templates } from '#shared/templates/templates.ts';
import { applyProjection } from '../projected/applyProjection.ts';
import type { CardShape, FrameShape, GoalShape, TokenShape, WedgeShape } from './frameShapes.ts';
import { isOfMap } from '../projected/isOfMap.ts';
import { overlap } from '#shared/views/frame/overlap.ts';
import { cardShapeId, goalShapeId, interestShapeId } from './frameShapeIds.ts';
import { projectFrame } from './projectFrame.ts';
import { frameView } from './frameView.ts';

const page = 'page:page' as TLPageId;
const names = Object.keys(templates);

function template(name: string) {
  const found = readTemplate(name);
  if (!found) throw new Error(name);
  return found;
}
const of = <S extends FrameShape>(records: readonly FrameShape[], type: S['type']) =>
  records.filter((record): record is S => record.type === type);
function after(map: PartnershipMap, ...commands: Command[]): PartnershipMap {
  const result = runCommands(map, commands, { today: '2026-03-02', newId: () => 'new' });
  if (!result.ok) throw new Error(result.code);
  return applyToMap(map, result.changes);
}
const store = () =>
  createTLStore({ shapeUtils: [...defaultShapeUtils, ...frameView.shapeUtils], bindingUtils: defaultBindingUtils });

describe('projectFrame', () => {
  it.each(names)(
    '[FRAME-20] %s: valid records with ids of their own, the same however the lists are ordered',
    (name) => {
      const { map, asOf } = template(name);
      const { records } = projectFrame(map, asOf, page);
      const target = store();
      applyProjection({ store: target, merge: (run) => target.mergeRemoteChanges(run) }, records);
      expect(target.allRecords().filter((record) => record.typeName === 'shape')).toHaveLength(records.length);
      expect(new Set(records.map((record) => record.id)).size).toBe(records.length);
      expect(records.every((record) => isOfMap(record.id))).toBe(true);
      const turned = { ...map, interests: map.interests.toReversed(), organizations: map.organizations.toReversed() };
      const again = projectFrame(turned, asOf, page).records;
      const sorted = (list: readonly FrameShape[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(again)).toEqual(sorted(records));
    },
  );

  it('[FRAME-35] every interest has a wedge, every organization a card per interest, every current voice a token', () => {
    const { map, asOf } = template('employment');
    const { records } = projectFrame(map, asOf, page);
    expect(
      of<WedgeShape>(records, 'interest-wedge')
        .map((wedge) => wedge.props.interestId)
        .sort(),
    ).toEqual(map.interests.map((interest) => interest.id).sort());
    const wanted = new Set(map.placements.flatMap((one) => cardShapeId(one.organization_id, one.interest_id)));
    const cards = of<CardShape>(records, 'organization-card');
    expect(new Set(cards.map((card) => card.id))).toEqual(wanted);
    const tokens = of<TokenShape>(records, 'representative-token');
    for (const card of cards) {
      expect(tokens.filter((token) => token.parentId === card.id)).toHaveLength(card.props.tokenCount);
    }
    expect(new Set(tokens.map((token) => token.props.representativeId)).size).toBeGreaterThan(30);
  });

  it('[FRAME-35] the goal shows its number, its date and where it stands against the path', () => {
    const { map, asOf } = template('employment');
    const goal = of<GoalShape>(projectFrame(map, asOf, page).records, 'partnership-goal')[0];
    expect(goal?.id).toBe(goalShapeId);
    expect(goal?.props).toMatchObject({ value: 90, until: '2033-12-31', progress: { latest: 79.3, status: 'behind' } });
    expect(goal?.props.progress?.now).toBeLessThan(goal?.props.progress?.expected ?? 0);
    const { asOf: day, map: blank } = template('blank');
    const empty = of<GoalShape>(projectFrame(blank, day, page).records, 'partnership-goal')[0];
    expect(empty?.props).toMatchObject({ text: '', value: null, progress: null });
  });

  it('[FRAME-35] essential interests and missing kinds are told by the wedge', () => {
    const { map, asOf } = template('employment');
    const wedges = of<WedgeShape>(projectFrame(map, asOf, page).records, 'interest-wedge');
    for (const wedge of wedges) {
      const interest = map.interests.find((one) => one.id === wedge.props.interestId);
      expect(wedge.props.essential).toBe(interest?.weight === 'essential');
    }
    const school = wedges.find((wedge) => wedge.props.text === 'From school to work');
    expect(school?.props.voices).toEqual({ designee: 0, doer: 0, decision_maker: 0 });
  });

  it('[FRAME-36] an organization in two parts of work of one interest has one card there', () => {
    const { map, asOf } = template('employment');
    const [placement] = map.placements;
    if (!placement?.interest_id) throw new Error('no placement');
    const part = placement.part_of_work === 'data' ? 'funding' : 'data';
    const next = after(map, {
      type: 'place',
      organization_id: placement.organization_id,
      interest_id: placement.interest_id,
      part_of_work: part,
    });
    const count = (one: PartnershipMap) => of(projectFrame(one, asOf, page).records, 'organization-card').length;
    expect(next.placements).toHaveLength(map.placements.length + 1);
    expect(count(next)).toBe(count(map));
  });

  it('[FRAME-36] organizations in no interest stand below the table and on nobody', () => {
    const { map, asOf } = template('employment');
    const [first, second] = map.interests;
    if (!first || !second) throw new Error('no interests');
    const next = after(
      map,
      { type: 'remove', collection: 'interests', id: first.id },
      { type: 'remove', collection: 'interests', id: second.id },
      ...Array.from({ length: 30 }, (_, at): Command => ({
        type: 'add',
        collection: 'organizations',
        id: `extra${at}`,
        fields: { name: `Extra ${at}` },
      })),
    );
    const { records, layout } = projectFrame(next, asOf, page);
    const beside = of<CardShape>(records, 'organization-card').filter((card) => card.props.interestId === null);
    expect(beside.length).toBeGreaterThanOrEqual(30);
    const box = (card: CardShape) => ({
      x: card.x,
      y: card.y,
      width: card.props.form.width,
      height: card.props.form.height,
    });
    for (const [at, card] of beside.entries()) {
      expect(card.y).toBeGreaterThan(layout.bounds.y + layout.bounds.height);
      for (const other of beside.slice(at + 1)) expect(overlap(box(card), box(other), 1)).toBe(false);
    }
  });

  it('[FRAME-14] more than six representatives share the last slot', () => {
    const { map, asOf } = template('employment');
    const placement = map.placements.find((one) => one.interest_id !== null);
    const next = after(
      map,
      ...Array.from({ length: 9 }, (_, at): Command => ({
        type: 'add',
        collection: 'representatives',
        id: `many${at}`,
        fields: { organization_id: placement?.organization_id ?? '', kind: 'doer' },
      })),
    );
    const { records } = projectFrame(next, asOf, page);
    const id = cardShapeId(placement?.organization_id ?? '', placement?.interest_id ?? '');
    expect(of<TokenShape>(records, 'representative-token').filter((token) => token.parentId === id)).toHaveLength(5);
  });

  it("[FRAME-37] only what changed is put into the store, as nobody's act", () => {
    const { map, asOf } = template('employment');
    const target = store();
    const merge = (run: () => void) => target.mergeRemoteChanges(run);
    applyProjection({ store: target, merge }, projectFrame(map, asOf, page).records);
    const [interest] = map.interests;
    const next = after(map, {
      type: 'edit',
      collection: 'interests',
      id: interest?.id ?? '',
      fields: { weight: interest?.weight === 'essential' ? 'supporting' : 'essential' },
    });
    const touched: string[] = [];
    const stop = target.sideEffects.registerAfterChangeHandler('shape', (_, record, source) => {
      touched.push(`${source} ${record.id}`);
    });
    applyProjection({ store: target, merge }, projectFrame(next, asOf, page).records);
    stop();
    expect(touched).toEqual([`remote ${interestShapeId(interest?.id ?? '')}`]);
  });
});

describe('pictures of the frame', () => {
  it('[FRAME-34] no prop has a name by which tldraw would scale or style a shape', () => {
    const { map, asOf } = template('employment');
    const props = new Set(projectFrame(map, asOf, page).records.flatMap((record) => Object.keys(record.props)));
    for (const name of ['scale', 'richText', 'color', 'opacity', 'dash', 'fill', 'font'])
      expect(props).not.toContain(name);
  });
});
