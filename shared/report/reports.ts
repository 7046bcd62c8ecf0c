/** The three reports: for participants, for funders, and the short one with pictures. */
import { coveragePercent } from '../map/readings/coverage.ts';
import type { Block, Report } from './Report.ts';
import { heading } from './blocks.ts';
import type { ReportContext } from './ReportContext.ts';
import { actionsSection, openActions } from './sections/actionsSection.ts';
import { changesSection } from './sections/changesSection.ts';
import { coverageSection } from './sections/coverageSection.ts';
import { cycleSection } from './sections/cycleSection.ts';
import { frameSection } from './sections/frameSection.ts';
import { goalSection } from './sections/goalSection.ts';
import { headSection } from './sections/headSection.ts';
import {
  learnedSection,
  methodSection,
  openPointsSection,
  statusSection,
  triedSection,
} from './sections/learningSections.ts';
import { recordSection } from './sections/recordSection.ts';
import { onePage, resultSection, whoSection } from './sections/resultSections.ts';
import { bodiesTable, linesTable, notWritten, papersTable, structureSection } from './sections/structureSection.ts';
import { trustSection } from './sections/trustSection.ts';
import { drawStructure } from '../picture/drawStructure.ts';

/** Two to six pages, for everybody who was there. */
export function participantReport(context: ReportContext): Report {
  return whole(context, context.words.texts.cover.participants, [
    ...headSection(context),
    ...goalSection(context),
    ...recordSection(context, { mostIdeas: 60, isWhole: true, withTrust: true }),
    ...frameSection(context),
    ...coverageSection(context),
    ...structureSection(context),
    ...cycleSection(context, 'notes'),
    ...trustSection(context),
    ...actionsSection(context),
    ...changesSection(context),
  ]);
}

/** The same data in another order, without names whatever was marked. */
export function funderReport(given: ReportContext): Report {
  const context = { ...given, withNames: false };
  const { index, words, withTrust } = context;
  const picture = drawStructure(index, words);
  return whole(context, words.texts.cover.funders, [
    ...onePage(context),
    ...resultSection(context),
    ...whoSection(context),
    heading(1, words.texts.funders.built),
    ...(picture ? [{ kind: 'picture', name: 'structure', picture, size: 'half' } as const] : []),
    ...bodiesTable(index, words),
    ...linesTable(index, words),
    ...papersTable(index, words),
    ...notWritten(index, words),
    ...triedSection(context),
    ...learnedSection(context),
    ...recordSection(context, { mostIdeas: 0, isWhole: false, withTrust }),
    ...(withTrust ? trustSection(context) : []),
    ...statusSection(context),
    ...openPointsSection(context),
    ...methodSection(context),
  ]);
}

/** Pictures first: goal, frame, coverage, rounds, actions. */
export function summaryReport(context: ReportContext): Report {
  return whole(context, context.words.texts.cover.summary, [
    ...goalSection(context),
    ...recordSection(context, { mostIdeas: 12, isWhole: false, withTrust: true }),
    ...frameSection(context),
    ...coverageSection(context),
    ...cycleSection(context, 'picture'),
    ...actionsSection(context),
  ]);
}

function whole({ index, words, state, withNames }: ReportContext, kicker: string, blocks: readonly Block[]): Report {
  const { cover, file } = words.texts;
  const { partnership, goal, interests } = index.map;
  return {
    language: words.language,
    title: partnership.name.trim() || cover.kicker,
    kicker,
    place: partnership.place,
    state,
    notes: [file.changesMade, withNames ? file.withNames : file.noNames, file.toBeRemoved],
    numbers: [
      { value: `${coveragePercent(index)}%`, label: cover.coverage },
      { value: words.number(index.partners.length), label: cover.organizations },
      { value: words.number(index.representatives.length), label: cover.representatives },
      { value: words.number(interests.length), label: cover.interests },
      { value: words.number(openActions(index).length), label: cover.openActions },
    ],
    goal: goal.statement.trim(),
    blocks,
  };
}
