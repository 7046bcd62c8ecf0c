/** Sentences, days and clocks of the record, in one language and one zone: for files and for the page. */
import type { TFunction } from 'i18next';
import type { WordSource } from '#shared/words/wordsIn.ts';
import { zonedMoment } from '../zonedMoment.ts';

export type RecordWords = WordSource;

export class RecordSpeech {
  readonly t: TFunction;
  readonly language: string;
  readonly zone: string;
  /** "14:05" */
  readonly clock: (ms: number) => string;
  readonly #day: Intl.DateTimeFormat;
  readonly #number: Intl.NumberFormat;
  readonly #list: Intl.ListFormat;

  /** `zone`: IANA name. `clock`: how times of day are written; left out, with 24 hours. */
  constructor({ t, language }: RecordWords, zone: string, clock?: (ms: number) => string) {
    this.t = t;
    this.language = language;
    this.zone = zone;
    this.clock = clock ?? ((ms) => zonedMoment(ms, zone).slice(11, 16));
    this.#day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    this.#number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    this.#list = new Intl.ListFormat(language, { type: 'conjunction' });
  }

  /** ISO day -> words */
  day(day: string): string {
    return this.#day.format(new Date(`${day}T00:00:00Z`));
  }

  dayAt(ms: number): string {
    return this.day(this.isoDay(ms));
  }

  isoDay(ms: number): string {
    return zonedMoment(ms, this.zone).slice(0, 10);
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  list(items: readonly string[]): string {
    return this.#list.format(items);
  }
}
