import { describe, expect, it } from 'vitest';
import { same } from '#shared/board/same.ts';
import { applyToMap } from '#shared/map/applyToMap.ts';
import type { CollectionName } from '#shared/map/collections.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommand } from '#shared/map/commands/runCommand.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { references } from '#shared/map/references.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { templateIds } from '#shared/templates/templates.ts';
import { randomBoard } from '#shared/testing/randomBoard.ts';
import { randomSeeds } from '#shared/testing/randomRuns.ts';
import { compareBoards, comparedCollections } from './compareBoards.ts';
import type { BoardMoment, Comparison } from './Comparison.ts';
import type { CompareWords } from './CompareWords.ts';
import { comparisonMarkdown } from './comparisonMarkdown.ts';
import { describeComparison } from './describeComparison.ts';
import { momentOf } from './momentOf.ts';

const asOf = '2026-03-02';

function employment(): PartnershipMap {
  const read = readTemplate('employment');
  if (!read) throw new Error('no template');
  return read.map;
}

let ids = 0;
function changed(map: PartnershipMap, ...commands: readonly Command[]): PartnershipMap {
  return commands.reduce((now, command) => {
    const result = runCommand(now, command, { today: asOf, newId: () => `new-${++ids}` });
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.code}`);
    return applyToMap(now, result.changes);
  }, map);
}

const moment = (map: PartnershipMap, drawings: Readonly<Record<string, string>> = {}): BoardMoment => ({
  map,
  drawings: new Map(Object.entries(drawings)),
});
const compared = (before: PartnershipMap, after: PartnershipMap): Comparison =>
  compareBoards(moment(before), moment(after), asOf);
const short = (comparison: Comparison): string[] =>
  comparison.groups.flatMap(({ items }) => items.map(({ collection, id, how }) => `${how} ${collection} ${id}`));

const words: CompareWords = {
  title: 'What changed',
  between: (before, after) => `From ${before} to ${after}`,
  nothing: 'Nothing changed.',
  how: { added: 'New', removed: 'Gone', changed: 'Changed' },
  collection: (collection) => collection,
  field: (field) => field,
  value: (_field, value) => (value === null || value === '' ? 'nothing' : String(value)),
  unnamed: (collection) => `unnamed ${collection}`,
  inInterest: (organization, interest) => `${organization} in ${interest}`,
  inNone: (organization) => `${organization} in no interest`,
  fromTo: (field, before, after) => `${field}: ${before} → ${after}`,
  attendants: (names) => `with ${names.join('; ')}`,
  coverageTitle: 'Coverage',
  percent: (before, after) => `${before} percent → ${after} percent`,
  base: ({ came, went, weighted, stayed }) =>
    `base +${came.join()} -${went.join()} *${weighted.join()} ${stayed?.count ?? 0}: ${stayed?.before} → ${stayed?.after}`,
  counts: (counts) => (counts === null ? 'none' : `${counts.designee}/${counts.doer}/${counts.decision_maker}`),
  findingsTitle: 'Findings',
  came: 'New',
  went: 'Solved',
  finding: (_map, { rule, subject }) => `${rule} ${subject}`,
  drawingsTitle: 'Drawings',
  drawings: (added, removed, moved) => `${added} new, ${removed} gone, ${moved} changed`,
};

describe('comparing two moments', () => {
  it('[COMPARE-1] of an interest that went, a doer who became a decision-maker and an organization that came: exactly these', () => {
    const before = employment();
    const interest = before.interests[2];
    const doer = before.representatives.find((one) => one.kind === 'doer' && one.organization_id !== 'x');
    if (!interest || !doer) throw new Error('not in the template');
    const after = changed(
      before,
      { type: 'remove', collection: 'interests', id: interest.id },
      { type: 'changeKind', id: doer.id, kind: 'decision_maker' },
      {
        type: 'add',
        collection: 'organizations',
        fields: { name: 'Night bus company', sector: 'business', engagement: 'partner' },
      },
    );
    const comparison = compared(before, after);
    const added = after.organizations.find((one) => one.name === 'Night bus company');
    expect(short(comparison)).toEqual([
      `removed interests ${interest.id}`,
      `added organizations ${added?.id}`,
      `changed representatives ${doer.id}`,
    ]);
    expect(comparison.groups.flatMap(({ items }) => items.flatMap(({ fields }) => fields))).toEqual([
      { field: 'kind', before: 'doer', after: 'decision_maker' },
    ]);
    expect(comparison.percent.before).not.toBe(comparison.percent.after);
    expect(comparison.coverage).toContainEqual(expect.objectContaining({ interest: interest.id, after: null }));
    const [group] = describeComparison(comparison, { before: moment(before), after: moment(after) }, words);
    expect(group?.items[0]?.text).toBe(interest.title);
    expect(group?.items[0]?.details[0]).toMatch(/^with [^;]+; /);
  });

  it('[COMPARE-1] what a change of the base did to the percent is told: interests that came, went, or weigh otherwise', () => {
    const map = employment();
    const gap = map.interests.find(({ title }) => title === 'From school to work')?.id ?? '';
    const less = changed(map, { type: 'remove', collection: 'interests', id: gap });
    const went = compared(map, less);
    expect(went.percent.after).toBeGreaterThan(went.percent.before);
    expect(went.base).toEqual({
      came: [],
      went: [gap],
      weighted: [],
      stayed: { count: map.interests.length - 1, before: went.percent.after, after: went.percent.after },
    });
    const lines = describeComparison(went, { before: moment(map), after: moment(less) }, words).flatMap(({ items }) =>
      items.map(({ text }) => text),
    );
    expect(lines).toContain(
      `base + -${gap} * ${map.interests.length - 1}: ${went.percent.after} → ${went.percent.after}`,
    );
    expect(compared(less, map).base).toMatchObject({ came: [gap], went: [] });

    const [other] = map.interests.filter(({ weight }) => weight === 'essential');
    const lighter = changed(map, {
      type: 'edit',
      collection: 'interests',
      id: other?.id ?? '',
      fields: { weight: 'supporting' },
    });
    expect(compared(map, lighter).base).toMatchObject({ came: [], went: [], weighted: [other?.id] });
    // who speaks where is no change of the base
    const [person] = map.representatives;
    expect(
      compared(map, changed(map, { type: 'remove', collection: 'representatives', id: person?.id ?? '' })).base,
    ).toBeNull();
  });

  it('[COMPARE-2] names fields one by one, references by what they lead to', () => {
    const before = employment();
    const [organization, interest, body] = [before.organizations[1], before.interests[0], before.bodies[0]];
    if (!organization || !interest || !body) throw new Error('not in the template');
    const after = changed(
      before,
      { type: 'edit', collection: 'organizations', id: organization.id, fields: { name: 'Other', note: 'Long' } },
      {
        type: 'member',
        collection: 'bodies',
        id: body.id,
        field: 'interest_ids',
        member: interest.id,
        on: !body.interest_ids.includes(interest.id),
      },
    );
    const moments = { before: moment(before), after: moment(after) };
    const [organizations, bodies] = describeComparison(compared(before, after), moments, words);
    expect(organizations?.items).toHaveLength(1);
    expect(organizations?.items[0]?.details).toEqual([
      `name: ${organization.name} → Other`,
      `note: ${organization.note === '' ? 'nothing' : organization.note} → Long`,
    ]);
    expect(bodies?.items[0]?.details[0]).toContain(interest.title);
  });

  it('[COMPARE-1] what goes with something is told with it', () => {
    const before = employment();
    const organization = before.organizations.find((one) =>
      before.representatives.some(
        (person) =>
          person.organization_id === one.id && before.seats.some((seat) => seat.representative_id === person.id),
      ),
    );
    if (!organization) throw new Error('not in the template');
    const after = changed(before, { type: 'remove', collection: 'organizations', id: organization.id });
    const comparison = compared(before, after);
    const [gone] = comparison.groups.find(({ collection }) => collection === 'organizations')?.items ?? [];
    expect(new Set(gone?.attendants.map((one) => one.collection))).toContain('seats');
    for (const collection of ['placements', 'representatives', 'seats'] as const)
      expect(comparison.groups.find((group) => group.collection === collection)).toBeUndefined();
    // and the other way round
    const [back] = compared(after, before).groups.find(({ collection }) => collection === 'organizations')?.items ?? [];
    expect(back?.how).toBe('added');
    expect(back?.attendants).toHaveLength(gone?.attendants.length ?? -1);
  });

  it.each(templateIds)('[COMPARE-1] %s is the same as itself', (template) => {
    const map = readTemplate(template)?.map;
    if (!map) throw new Error('no template');
    const comparison = compared(map, map);
    expect(comparison).toMatchObject({ groups: [], coverage: [], findings: { came: [], went: [] }, isSame: true });
    expect(describeComparison(comparison, { before: moment(map), after: moment(map) }, words)).toEqual([]);
  });

  it.each(randomSeeds(15))(
    '[COMPARE-1] says of everything that came, went or changed that it did, and the reverse backward (seed %i)',
    (seed) => {
      const before = momentOf(randomBoard(seed, { template: 'employment', commands: 0, drawings: 5 }));
      const after = momentOf(randomBoard(seed, { template: 'employment', commands: 40, drawings: 9 }));
      const comparison = compareBoards(before, after, asOf);
      const told = new Set(
        comparison.groups.flatMap(({ items }) =>
          items.flatMap((item) => [item, ...item.attendants].map(({ collection, id }) => `${collection} ${id}`)),
        ),
      );
      const shown = (map: PartnershipMap, collection: CollectionName) =>
        new Map(
          (entitiesOf(map, collection) as readonly Readonly<Record<string, unknown>>[]).map((one) => [one['id'], one]),
        );
      for (const collection of comparedCollections) {
        if (collection === 'placements' || collection === 'representatives') continue;
        const [was, is] = [shown(before.map, collection), shown(after.map, collection)];
        for (const id of new Set([...was.keys(), ...is.keys()])) {
          const bare = (one: Readonly<Record<string, unknown>> | undefined) =>
            one &&
            Object.fromEntries(
              Object.entries(one).filter(
                ([field]) => !['order', 'created_on', 'changed_on', 'version', 'seen'].includes(field),
              ),
            );
          const [old, now] = [bare(was.get(id)), bare(is.get(id))];
          const isTold = told.has(`${collection} ${String(id)}`);
          if (isTold) expect(same(old, now)).toBe(false);
          // untold may be only what lost a reference to something that went
          else if (!same(old, now))
            for (const field of Object.keys(now ?? {}))
              if (!same(old?.[field], now?.[field]))
                expect(
                  references.some((one) => one.from === collection && one.field === field),
                  `${collection}.${field}`,
                ).toBe(true);
        }
      }
      const back = compareBoards(after, before, asOf);
      expect(back.percent).toEqual({ before: comparison.percent.after, after: comparison.percent.before });
      expect(back.findings.came).toHaveLength(comparison.findings.went.length);
    },
  );

  it('[COMPARE-4] names no person', () => {
    const before = employment();
    const [person] = before.representatives;
    if (!person) throw new Error('not in the template');
    const named = { ...person, display_name: 'Ana Example' };
    const after = { ...before, representatives: before.representatives.map((one) => (one === person ? named : one)) };
    expect(compared(before, after).isSame).toBe(true);
  });

  it('[COMPARE-1] counts drawings that came, went and changed', () => {
    const map = employment();
    const { drawings, isSame } = compareBoards(
      moment(map, { a: '1', b: '2', c: '3' }),
      moment(map, { a: '1', b: 'x', d: '4', e: '5' }),
      asOf,
    );
    expect(drawings).toEqual({ added: 2, removed: 1, changed: 1 });
    expect(isSame).toBe(false);
  });

  it('[COMPARE-4] as Markdown: headings, one line each, and what people wrote stays text', () => {
    const before = employment();
    const after = changed(before, {
      type: 'add',
      collection: 'organizations',
      fields: { name: '# <b>Owned</b>\n- [link](javascript:1) | `x` *y*', engagement: 'partner' },
    });
    const moments = { before: moment(before), after: moment(after) };
    const text = comparisonMarkdown(compared(before, after), moments, words, {
      board: 'Jobs',
      before: 'Session 1',
      after: 'now',
    });
    expect(text.split('\n').slice(0, 6)).toEqual([
      '# What changed: Jobs',
      '',
      'From Session 1 to now',
      '',
      '## organizations',
      '',
    ]);
    expect(text).toContain('- **New:** \\# \\<b\\>Owned\\</b\\> - \\[link\\](javascript:1) \\| \\`x\\` \\*y\\*');
    expect(text).not.toMatch(/^\s*#\s*<b>/m);
  });
});
