import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { applyToMap } from '#shared/map/applyToMap.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import { computeFindings, fingerprint } from '#shared/map/rules/computeFindings.ts';
import { describeFacts, describeFinding } from '#shared/map/rules/describeFinding.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { english as words } from '#shared/testing/english.ts';
import { outcomeOf, standing } from './outcomeOf.ts';
import { Outcome } from './WorkshopRecord.ts';

const day = '2026-03-02';
const start = (): PartnershipMap => {
  const template = readTemplate('employment');
  if (!template) throw new Error('no template');
  return template.map;
};

let ids = 0;
function after(map: PartnershipMap, commands: readonly Command[]): PartnershipMap {
  const result = runCommands(map, commands, { today: day, newId: () => `new${ids++}` });
  if (!result.ok) throw new Error(result.code);
  return applyToMap(map, result.changes);
}
const since = (before: PartnershipMap, now: PartnershipMap): Outcome =>
  v.parse(Outcome, outcomeOf(now, day, standing(before, day)));
const nothing = { sheets: [], decisions: [], pulses: [], actions: [] };

describe('what a workshop left on the map', () => {
  it('[RECORD-7] is nothing where nothing was decided, whatever stood there before', () => {
    const map = start();
    expect(since(map, map)).toEqual(nothing);
    const moved = after(map, [{ type: 'add', collection: 'organizations', fields: { name: 'Late' } }]);
    expect(since(map, moved)).toEqual(nothing);
    expect(standing(map, day).length).toBeGreaterThan(0);
  });

  it('[RECORD-7] has goal, essential interests, agreements, experiments, actions and acceptances with their words', () => {
    const map = start();
    const found = computeFindings(indexMap(map, day)).find(({ rule }) => rule !== 'REP-6');
    const agreement = map.agreements.find(({ status }) => status !== 'in_force');
    const tried = map.experiments[0];
    const owner = map.organizations[0];
    const interest = map.interests.find(({ weight }) => weight !== 'essential');
    if (!found || !tried || !owner || !interest) throw new Error('the template has less');
    const now = after(map, [
      {
        type: 'edit',
        collection: 'goal',
        id: map.goal.id,
        fields: { statement: ' 90 of 100 read ', status: 'agreed' },
      },
      { type: 'edit', collection: 'interests', id: interest.id, fields: { weight: 'essential' } },
      {
        type: 'acceptFinding',
        rule: found.rule,
        subject: found.subject,
        reason: 'They come in May',
        seen: fingerprint(found),
      },
      ...(agreement
        ? [{ type: 'edit', collection: 'agreements', id: agreement.id, fields: { status: 'in_force' } } as const]
        : []),
      { type: 'edit', collection: 'experiments', id: tried.id, fields: { decision: 'abandon' } },
      {
        type: 'add',
        collection: 'actions',
        fields: { title: 'Ask the drivers', owner_org_id: owner.id, due_on: '2026-04-01', helpers: ['Ana Writes'] },
      },
      { type: 'add', collection: 'actions', fields: { title: 'Nobody’s yet' } },
    ]);
    const { decisions, actions } = since(map, now);
    expect(decisions.map(({ what }) => what)).toEqual([
      'goal',
      'essential',
      'accepted',
      ...(agreement ? ['agreement'] : []),
      'experiment',
    ]);
    expect(decisions[0]).toEqual({ what: 'goal', text: '90 of 100 read' });
    expect(decisions.at(-1)).toEqual({ what: 'experiment', text: tried.title, decision: 'abandon' });
    const accepted = decisions.find(({ what }) => what === 'accepted');
    if (accepted?.what !== 'accepted') throw new Error('not accepted');
    expect(accepted.reason).toBe('They come in May');
    // in the words of then, without the map
    expect(describeFacts(accepted, words)).toEqual(describeFinding(indexMap(map, day), found, words));
    expect(actions).toEqual([
      { title: 'Ask the drivers', owner: owner.name, due: '2026-04-01' },
      { title: 'Nobody’s yet', owner: '', due: null },
    ]);
    expect(JSON.stringify(since(map, now))).not.toContain('Ana Writes');
    // the same again is nothing new; another goal is
    expect(since(now, now)).toEqual(nothing);
    const other = after(now, [
      { type: 'edit', collection: 'goal', id: now.goal.id, fields: { statement: '95 of 100 read' } },
    ]);
    expect(since(now, other).decisions).toEqual([{ what: 'goal', text: '95 of 100 read' }]);
  });

  it('[RECORD-7] [RATE-3] says nothing that only a rating tells', () => {
    const map = start();
    const rated = {
      ...map,
      acknowledgements: [
        ...map.acknowledgements,
        ...[
          { id: 'REP-6~x', order: 'z', created_on: null, changed_on: null, rule: 'REP-6', subject: 'organization:x' },
        ].map((one) => ({ ...one, reason: 'told', date: null, session: '', seen: '' })),
      ],
    };
    expect(since(map, rated)).toEqual(nothing);
  });

  it('[RECORD-7] reads acceptances whatever a file says they had seen', () => {
    const map = start();
    for (const seen of ['', '{', '[]', '["alert"]', '["alert",[["count",{"a":1}],["sector","labor"]]]', '["odd",[]]']) {
      const one = {
        id: 'GOAL-1~goal',
        order: 'z',
        created_on: null,
        changed_on: null,
        rule: 'GOAL-1',
        subject: 'goal',
      };
      const now = {
        ...map,
        acknowledgements: [...map.acknowledgements, { ...one, reason: 'later', date: null, session: '', seen }],
      };
      expect(since(map, now).decisions, seen).toMatchObject([{ what: 'accepted', rule: 'GOAL-1', reason: 'later' }]);
    }
  });

  it('[RECORD-7] has sheets with their groups, what was merged told once, and no name', () => {
    const map = start();
    const idea = (id: string, text: string, more = {}) => ({
      type: 'add' as const,
      collection: 'ideas' as const,
      id,
      fields: { sheet_id: 's', text, ...more },
    });
    const written = after(map, [
      { type: 'add', collection: 'sheets', id: 's', fields: { question: 'Who is missing?', activity_id: 'asked' } },
      idea('i1', 'Drivers', { by: 'Ana Writes' }),
      idea('i2', 'Bus drivers'),
      idea('i3', 'Landlords'),
      idea('i4', 'Drivers'),
      { type: 'add', collection: 'sheets', id: 'empty', fields: { question: 'Nothing' } },
    ]);
    const grouped = after(written, [
      { type: 'groupIdeas', id: 'g', ideas: ['i1', 'i2', 'i4'], title: 'Transport' },
      { type: 'mergeIdeas', ideas: ['i1', 'i2', 'i4'] },
      { type: 'edit', collection: 'groups', id: 'g', fields: { votes: 7 } },
    ]);
    const { sheets } = since(map, grouped);
    expect(sheets).toEqual([
      {
        question: 'Who is missing?',
        activity: 'asked',
        groups: [
          {
            title: 'Transport',
            votes: 7,
            notes: [{ text: 'Drivers', also: ['Bus drivers'], times: 3, votes: null }],
          },
        ],
        others: [{ text: 'Landlords', also: [], times: 1, votes: null }],
      },
    ]);
    expect(JSON.stringify(sheets)).not.toContain('Ana Writes');
    // one that was there already and was only put into groups is told; one that stayed as it was is not
    expect(since(written, grouped).sheets).toHaveLength(1);
    expect(since(grouped, grouped).sheets).toEqual([]);
  });
});
