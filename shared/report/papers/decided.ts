/** What the group has decided, as short entries: what was tried, voted and agreed, then what was accepted. */
import type { MapIndex } from '../../map/MapIndex.ts';
import { ranked } from '../../record/ranked.ts';
import type { HeldRecord } from '../../record/workshopsOf.ts';
import type { ReportWords } from '../../picture/ReportWords.ts';
import { type PaperContext, toldFindings } from './pieces.ts';

export interface DecidedEntry {
  /** set off before the rest */
  readonly lead: string;
  readonly text: string;
}

export function decidedEntries(context: PaperContext): readonly DecidedEntry[] {
  const { index, record, words } = context;
  return [
    ...experiments(index, words),
    ...votes(record, words),
    ...agreements(record, words),
    ...goalAndInterests(index, words),
    ...acceptances(context),
  ];
}

function experiments(index: MapIndex, words: ReportWords): readonly DecidedEntry[] {
  const { decision: decisions, notNamed } = words.texts;
  return index.map.experiments.flatMap(({ title, decision, result }) =>
    decision === null
      ? []
      : [
          {
            lead: `${title.trim() || notNamed}:`,
            text: [decisions[decision], result.trim()].filter(Boolean).join('. '),
          },
        ],
  );
}

/** What stands in the first place of each vote of the last workshop, or of all where there was none; the last vote first. */
function votes({ workshops, others }: HeldRecord, words: ReportWords): readonly DecidedEntry[] {
  const answers = workshops.at(-1)?.answers ?? others;
  return answers.toReversed().flatMap(({ content }) => {
    if (content.kind !== 'vote') return [];
    const first = ranked(content).filter(({ place, total }) => place === 1 && total > 0);
    const [one] = first;
    if (one === undefined) return [];
    const dots = words.t('record.dots', { count: one.total });
    return [
      {
        lead: content.question.trim() || words.t('record.noQuestion'),
        text: words.fill(words.texts.paper.firstPlace, { options: words.list(first.map(({ label }) => label)), dots }),
      },
    ];
  });
}

/** That came into force in the last workshop. */
function agreements({ workshops }: HeldRecord, words: ReportWords): readonly DecidedEntry[] {
  return (workshops.at(-1)?.outcome?.decisions ?? []).flatMap((decision) =>
    decision.what === 'agreement' ? [{ lead: `${words.t('record.agreement')}:`, text: decision.text }] : [],
  );
}

function goalAndInterests(index: MapIndex, words: ReportWords): readonly DecidedEntry[] {
  const { goal, interests } = index.map;
  const { paper } = words.texts;
  const essential = interests.filter(({ weight }) => weight === 'essential').length;
  const of = words.t('report.paper.essentialOf', { count: essential, all: interests.length });
  return [
    ...(goal.status === 'agreed'
      ? [{ lead: paper.goalAgreed, text: goal.agreed_on === null ? '' : words.day(goal.agreed_on) }]
      : []),
    ...(essential === 0 ? [] : [{ lead: paper.essential, text: of }]),
  ];
}

function acceptances(context: PaperContext): readonly DecidedEntry[] {
  const { index, words } = context;
  return toldFindings(context).flatMap(({ finding, accepted }) => {
    if (accepted === null) return [];
    const { message } = words.finding(index, finding);
    return [{ lead: words.texts.paper.accepted, text: `${message} ${accepted.reason}`.trim() }];
  });
}
