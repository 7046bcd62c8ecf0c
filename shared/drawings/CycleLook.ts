/** How things of the cycle are drawn: in which colors and words, and for which distance. */
import type { ParseKeys, TFunction } from 'i18next';
import type { experimentDecisions, experimentStatuses, noteTags, Stage, workLevels } from '#shared/kinds/values.ts';
import type { CyclePalette } from '../views/cycle/cyclePalette.ts';

export interface CycleLook {
  readonly palette: CyclePalette;
  readonly words: CycleWords;
  /** Seen from afar: fewer words, larger letters. */
  readonly isFar: boolean;
}

/** Each stage has so many questions. */
export type PromptNumber = 1 | 2 | 3 | 4;

export type NoteTag = (typeof noteTags)[number];
export type WorkLevel = (typeof workLevels)[number];
export type ExperimentStatus = (typeof experimentStatuses)[number];
export type ExperimentDecision = (typeof experimentDecisions)[number];

export type CycleText =
  | 'round'
  | 'roundTitled'
  | 'open'
  | 'closed'
  | 'carried'
  | 'carries'
  | 'noFocus'
  | 'notes'
  | 'votes'
  | 'setAside'
  | 'now'
  | 'addNote'
  | 'addExperiment'
  | 'believe'
  | 'count'
  | 'right'
  | 'saw'
  | 'unknown'
  | 'until'
  | 'ended'
  | 'noOwner'
  | 'unnamed.note'
  | 'unnamed.experiment'
  | `stage.${Stage}`
  | `prompts.${Stage}.q${PromptNumber}`
  | `tag.${NoteTag}`
  | `level.${WorkLevel}`
  | `status.${ExperimentStatus}`
  | `decision.${ExperimentDecision}`;

export interface CycleWords {
  readonly language: string;
  /** A text with a `count` has a form for this many. */
  say(text: CycleText, values?: Readonly<Record<string, string | number>>): string;
  /** 0 to 1. */
  percent(share: number): string;
  /** An ISO day, in short. */
  day(day: string): string;
}

/** Made once for many drawings: it costs more than one of them. `translate` has the words of the canvas. */
export function cycleWords(language: string, translate: TFunction): CycleWords {
  // i18next would know the values of one key, not of any of them
  const t = translate as unknown as (key: ParseKeys, values?: object) => string;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    language,
    say: (text, values) => t(`cycle.${text}`, values),
    percent: (share) => percent.format(share),
    day: (day) => format.format(new Date(`${day}T00:00:00Z`)),
  };
}

/** Facts in one line; those that are not there are empty. */
export function inOneLine(facts: readonly string[]): string {
  return facts.filter((fact) => fact !== '').join(' · ');
}
