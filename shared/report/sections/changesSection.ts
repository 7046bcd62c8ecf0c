/** What changed since an earlier moment: observations that are resolved or new, organizations that came, went and moved. */
import type { MapIndex } from '../../map/MapIndex.ts';
import { coveragePercent } from '../../map/readings/coverage.ts';
import { computeFindings } from '../../map/rules/computeFindings.ts';
import type { Finding } from '../../map/rules/Finding.ts';
import { heading, led, list, paragraph } from '../blocks.ts';
import type { Block } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '../ReportWords.ts';

/** Nothing where there is no earlier moment. */
export function changesSection({ index, words, before }: ReportContext): readonly Block[] {
  if (!before) return [];
  const { changes: texts } = words.texts;
  const earlier = before.index;
  const title = heading(1, words.fill(texts.title, { label: before.label }));
  const { resolved, appeared } = findingChanges(earlier, index);
  const moved = movedSentences(earlier, index, words);
  const percents = { before: coveragePercent(earlier), after: coveragePercent(index) };
  if (resolved.length + appeared.length + moved.length === 0 && percents.before === percents.after)
    return [title, paragraph(words.fill(texts.none, { label: before.label }))];
  const group = (lead: string, items: readonly string[]): readonly Block[] =>
    items.length === 0 ? [] : [led(`${lead}:`, ''), ...list(items)];
  return [
    title,
    paragraph(words.fill(texts.coverage, percents)),
    ...group(
      texts.resolved,
      resolved.map((finding) => words.finding(earlier, finding).message),
    ),
    ...group(
      texts.appeared,
      appeared.map((finding) => words.finding(index, finding).message),
    ),
    ...group(texts.moved, moved),
  ];
}

/** Observations that were there and are not, and the other way round; strengths are good news both ways and stand apart. */
export function findingChanges(before: MapIndex, after: MapIndex) {
  const key = ({ rule, subject }: Finding) => `${rule} ${subject}`;
  const open = (index: MapIndex) => computeFindings(index).filter(({ severity }) => severity !== 'strength');
  const [then, now] = [open(before), open(after)];
  const [thenKeys, nowKeys] = [new Set(then.map(key)), new Set(now.map(key))];
  return {
    resolved: then.filter((finding) => !nowKeys.has(key(finding))),
    appeared: now.filter((finding) => !thenKeys.has(key(finding))),
  };
}

function movedSentences(before: MapIndex, after: MapIndex, words: ReportWords): readonly string[] {
  const { changes: texts, engagement, notNamed } = words.texts;
  const sentences: string[] = [];
  const titles = (index: MapIndex, organization: string) =>
    (index.interestsOfOrganization.get(organization) ?? []).map((id) => index.interests.get(id)?.title || notNamed);
  for (const one of after.map.organizations) {
    const earlier = before.organizations.get(one.id);
    const what = one.name || notNamed;
    if (!earlier) {
      sentences.push(words.fill(texts.added, { what }));
      continue;
    }
    if (earlier.engagement !== one.engagement)
      sentences.push(
        words.fill(texts.engaged, {
          what,
          before: engagement[earlier.engagement],
          after: engagement[one.engagement],
        }),
      );
    const [then, now] = [titles(before, one.id), titles(after, one.id)];
    if (then.toSorted().join('\n') !== now.toSorted().join('\n'))
      sentences.push(
        words.fill(texts.movedTo, {
          what,
          before: words.list(then) || words.texts.none,
          after: words.list(now) || words.texts.none,
        }),
      );
  }
  const gone = <E extends { readonly id: string }>(
    then: readonly E[],
    now: ReadonlyMap<string, E>,
    name: (entity: E) => string,
  ) =>
    then
      .filter(({ id }) => !now.has(id))
      .map((entity) => words.fill(texts.removed, { what: name(entity) || notNamed }));
  sentences.push(...gone(before.map.organizations, after.organizations, ({ name }) => name));
  for (const interest of after.map.interests)
    if (!before.interests.has(interest.id))
      sentences.push(words.fill(texts.added, { what: interest.title || notNamed }));
  sentences.push(...gone(before.map.interests, after.interests, ({ title }) => title));
  return sentences;
}
