/** Coverage: who is missing first, then the matrix, and what was decided about each observation. */
import type { MapIndex } from '../../map/MapIndex.ts';
import { coverage, coveragePercent } from '../../map/readings/coverage.ts';
import { findingStates, type FindingState } from '../../map/rules/computeFindings.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { cell, column, heading, led, list, paragraph, table } from '../blocks.ts';
import type { Block, TableBlock } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { interestName } from './frameSection.ts';

/** More open observations than this are counted, not listed: a report is read, not searched. */
const mostOpen = 3;

export function coverageSection(context: ReportContext): readonly Block[] {
  const { index, words } = context;
  const { coverageSection: texts } = words.texts;
  const percent = coveragePercent(index);
  return [
    heading(1, texts.title),
    ...(index.map.interests.length === 0
      ? [paragraph(words.texts.file.emptySection)]
      : [
          paragraph(words.fill(texts.lead, { percent })),
          heading(2, texts.missingFirst),
          ...missingList(index, words),
          matrix(index, words),
        ]),
    heading(2, texts.findings),
    ...findingTable(index, words),
    ...strengths(index, words),
  ];
}

/** Ask who is missing before asking who is here. */
export function missingList(index: MapIndex, words: ReportWords): readonly Block[] {
  const { coverageSection: texts, kind: kinds, notNamed, engagement } = words.texts;
  const rows = coverage(index);
  const title = (id: string) => {
    const interest = index.interests.get(id);
    return interestName(interest?.title || interest?.placeholder || '', words);
  };
  const sentences: string[] = [];
  const empty = rows.filter((row) => (index.placementsOfInterest.get(row.interest) ?? []).length === 0);
  if (empty.length > 0)
    sentences.push(words.fill(texts.missingInterests, { list: words.list(empty.map((row) => title(row.interest))) }));
  for (const kind of representativeKinds) {
    const without = rows.filter((row) => row.words[kind] === 'gap');
    if (without.length > 0)
      sentences.push(
        words.fill(texts.missingKind, {
          kind: kinds[kind],
          list: words.list(without.map((row) => title(row.interest))),
        }),
      );
  }
  const silent = index.partners.filter((one) => (index.representativesOf.get(one.id) ?? []).length === 0);
  if (silent.length > 0)
    sentences.push(words.fill(texts.missingPeople, { list: words.list(silent.map((one) => one.name || notNamed)) }));
  const away = index.map.organizations.filter((one) => one.engagement !== 'partner');
  if (away.length > 0)
    sentences.push(
      words.fill(texts.invitedNotHere, {
        list: words.list(away.map((one) => `${one.name || notNamed} (${engagement[one.engagement]})`)),
      }),
    );
  return sentences.length === 0 ? [paragraph(texts.noneMissing)] : list(sentences);
}

/** A row per interest: how many of each kind speak for it, and which sectors stand there. */
function matrix(index: MapIndex, words: ReportWords): TableBlock {
  const { coverageSection: texts, kinds, coverage: wordsOf, frame } = words.texts;
  const { cell: counted, oneSector } = texts;
  return table(
    texts.matrix,
    [
      column(frame.interest, 5.6),
      ...representativeKinds.map((kind) => column(kinds[kind], 2.1, 'center')),
      column(texts.sectors, 6.4),
    ],
    coverage(index).map((row) => [
      cell(titleOf(index, row.interest, words), 'strong'),
      ...representativeKinds.map((kind) =>
        cell(words.fill(counted, { word: wordsOf[row.words[kind]], count: row.counts[kind] }), row.words[kind]),
      ),
      sectorsCell([...row.sectors].map(([code, count]) => `${words.sector(index, code)} ${count}`)),
    ]),
  );

  function sectorsCell(sectors: readonly string[]) {
    const [only] = sectors;
    if (only === undefined) return cell('–', 'gap');
    return sectors.length === 1 ? cell(words.fill(oneSector, { sector: only }), 'thin') : cell(sectors.join(', '));
  }
}

function titleOf(index: MapIndex, id: string, words: ReportWords): string {
  const interest = index.interests.get(id);
  return interestName(interest?.title || interest?.placeholder || '', words);
}

/** Observations that rest on ratings never come here: the index has none. */
function findingTable(index: MapIndex, words: ReportWords): readonly Block[] {
  const { coverageSection: texts } = words.texts;
  const states = findingStates(index).filter(({ finding }) => finding.severity !== 'strength');
  if (states.length === 0) return [paragraph(texts.noFindings)];
  // What was decided stands first, and whole; of what is open the most urgent.
  const isOpen = (state: FindingState) => decisionOf(index, state, words).text === texts.open;
  const open = states.filter(isOpen);
  const rest = open.length - mostOpen;
  return [
    findingRows(index, [...states.filter((state) => !isOpen(state)), ...open.slice(0, mostOpen)], words),
    ...(rest > 0 ? [paragraph(words.t('report.coverageSection.more', { count: rest }), 'quiet')] : []),
  ];
}

/** Each with its question, and what was decided about it. */
export function findingRows(index: MapIndex, states: readonly FindingState[], words: ReportWords): TableBlock {
  const { coverageSection: texts, severity } = words.texts;
  return table(
    '',
    [column(texts.finding, 9), column(texts.decided, 5)],
    states.map((state) => {
      const { message, ask } = words.finding(index, state.finding);
      return [`${severity[state.finding.severity]}: ${message} ${ask}`, decisionOf(index, state, words)];
    }),
  );
}

/** Accepted with a reason, an action that was made from it, or open. */
export function decisionOf(index: MapIndex, { finding, accepted }: FindingState, words: ReportWords) {
  const { coverageSection: texts } = words.texts;
  const parts: string[] = [];
  if (accepted)
    parts.push(
      accepted.date === null
        ? words.fill(texts.accepted, { reason: accepted.reason })
        : words.fill(texts.acceptedOn, { when: words.day(accepted.date), reason: accepted.reason }),
    );
  const about = finding.subject.includes(':')
    ? finding.subject.slice(finding.subject.indexOf(':') + 1)
    : finding.subject;
  const sources = [`finding:${finding.rule}:${about}`, `finding:${finding.rule}:${finding.subject}`];
  for (const action of index.map.actions)
    if (sources.includes(action.source)) parts.push(words.fill(texts.action, { title: action.title }));
  return parts.length === 0 ? cell(texts.open, 'quiet') : cell(parts.join(' '));
}

function strengths(index: MapIndex, words: ReportWords): readonly Block[] {
  const found = findingStates(index).filter(({ finding }) => finding.severity === 'strength');
  if (found.length === 0) return [];
  return [
    led(`${words.texts.coverageSection.strengths}:`, ''),
    ...list(found.map(({ finding }) => words.finding(index, finding).message)),
  ];
}
