/** How things of the frame are drawn: in which colors and words, and for which distance. */
import type { ParseKeys, TFunction } from 'i18next';
import type { engagements, RepresentativeKind, standardSectors } from '#shared/kinds/values.ts';
import type { FramePalette } from '../views/frame/framePalette.ts';

/** `full`: everything. `names`: names as large as they go. `tokens`: forms, icons and one large word. `signs`: no words. */
export type Detail = 'full' | 'names' | 'tokens' | 'signs';

export type Engagement = (typeof engagements)[number];

export interface FrameLook {
  readonly palette: FramePalette;
  readonly words: FrameWords;
  readonly detail: Detail;
}

export type FrameText =
  | 'ourGoal'
  | 'goalQuestion'
  | 'unnamed'
  | 'untitled'
  | 'notPlaced'
  | 'by'
  | 'now'
  | 'points'
  | 'behind'
  | 'ahead'
  | 'onPath'
  | `tools.${RepresentativeKind}`
  | `legend.${'title' | 'missing' | 'nobody' | 'away' | 'essential' | 'supporting' | 'onlyAway' | 'first'}`
  | `letters.${RepresentativeKind | 'missing'}`
  | `sector.${(typeof standardSectors)[number] | 'none'}`
  | `engagement.${Engagement}`;

export interface FrameWords {
  readonly language: string;
  say(text: FrameText, values?: Readonly<Record<string, string>>): string;
  /** 90 and "percent of the labor force" -> "90%"; other units stay out of the number. */
  amount(value: number, unit: string): string;
  /** A day as a month with its year. */
  month(day: string): string;
  number(value: number): string;
}

/** Made once for many drawings: it costs more than one of them. `translate` has the words of the canvas. */
export function frameWords(language: string, translate: TFunction): FrameWords {
  // i18next would know the values of one key, not of any of them
  const t = translate as unknown as (key: ParseKeys, values?: object) => string;
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const number = (value: number) => format.format(value);
  return {
    language,
    say: (text, values) => t(`frame.${text}`, values),
    number,
    amount: (value, unit) => (isPercent(unit) ? `${number(value)}%` : number(value)),
    month: (day) => month.format(new Date(`${day}T00:00:00Z`)),
  };
}

export function isPercent(unit: string): boolean {
  return /^(percent|%|per cent)/i.test(unit);
}
