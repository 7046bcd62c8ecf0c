/** Texts, numbers and days of reports in one language. Made once per report; pure. */
import type { i18n, TFunction } from 'i18next';
import { describeFinding, findingLabel, type FindingText } from '../map/rules/describeFinding.ts';
import type { Finding } from '../map/rules/Finding.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import type { Words } from '../words/Words.ts';

export type TextValues = Readonly<Record<string, string | number>>;

const percent = /^(percent|%|per cent)/i;

export class ReportWords {
  readonly texts: Words['report'];
  readonly language: string;
  /** A sentence in the form for a number: `t('report.picture.seats', { count })`. */
  readonly t: TFunction;
  readonly #source: i18n;
  readonly #number: Intl.NumberFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #shortDay: Intl.DateTimeFormat;
  readonly #dayOfYear: Intl.DateTimeFormat;
  readonly #month: Intl.DateTimeFormat;
  readonly #list: Intl.ListFormat;

  constructor(source: i18n) {
    this.#source = source;
    this.t = source.t;
    this.language = source.language;
    this.texts = (source.getResourceBundle(this.language, 'translation') as Words).report;
    this.#number = new Intl.NumberFormat(this.language, { maximumFractionDigits: 2 });
    this.#day = new Intl.DateTimeFormat(this.language, { dateStyle: 'long', timeZone: 'UTC' });
    this.#shortDay = new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeZone: 'UTC' });
    this.#dayOfYear = new Intl.DateTimeFormat(this.language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
    this.#month = new Intl.DateTimeFormat(this.language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
    this.#list = new Intl.ListFormat(this.language, { type: 'conjunction' });
  }

  /** Fills the placeholders of a sentence. */
  fill(sentence: string, values: TextValues): string {
    const written = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? this.number(value) : value,
    ]);
    return this.#source.services.interpolator.interpolate(sentence, Object.fromEntries(written), this.language, {});
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** 90 and "percent of the labor force" -> "90%"; other units stay out of the number. */
  amount(value: number, unit: string): string {
    return percent.test(unit) ? `${this.number(value)}%` : this.number(value);
  }

  /** With its unit in words. */
  amountOf(value: number, unit: string): string {
    return unit.trim() === '' ? this.number(value) : `${this.number(value)} ${unit}`;
  }

  day(day: string): string {
    return this.#day.format(new Date(`${day}T00:00:00Z`));
  }

  /** Without its year where that is the year of `asOf`. */
  shortDay(day: string, asOf: string): string {
    const form = day.slice(0, 4) === asOf.slice(0, 4) ? this.#dayOfYear : this.#shortDay;
    return form.format(new Date(`${day}T00:00:00Z`));
  }

  dayOr(day: string | null, otherwise: string): string {
    return day === null ? otherwise : this.day(day);
  }

  month(day: string): string {
    return this.#month.format(new Date(`${day}T00:00:00Z`));
  }

  list(items: readonly string[]): string {
    return this.#list.format(items);
  }

  /** The word of a code, or the code itself where the board made its own. */
  of(group: Readonly<Record<string, string>>, code: string | null): string {
    if (code === null) return group['none'] ?? '';
    return (Object.hasOwn(group, code) ? group[code] : undefined) ?? code;
  }

  /** The sector in words; a board's own sectors have labels of their own. */
  sector(index: MapIndex, code: string | null): string {
    if (code !== null && !Object.hasOwn(this.texts.sector, code))
      return index.map.sectors.find((one) => one.id === code)?.label || code;
    return this.of(this.texts.sector, code);
  }

  finding(index: MapIndex, finding: Finding): FindingText {
    return describeFinding(index, finding, this.#source);
  }

  /** Item of the trust pulse, as the board or the rule book words it. */
  pulseItem(index: MapIndex, id: string): string {
    const own = index.map.trust_items.find((item) => item.id === id)?.text;
    return own?.trim() || findingLabel(this.t, 'pulse_item', id);
  }

  /** What a goal that cannot be measured lacks. */
  missing(code: string): string {
    return findingLabel(this.t, 'missing', code);
  }
}
