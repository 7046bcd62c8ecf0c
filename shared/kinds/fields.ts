/**
 * The kinds of fields that entities are made of. Each has a default, so that a missing field is never a missing key:
 * `null` and `''` mean "not known yet".
 */
import * as v from 'valibot';
import { seenText } from '#shared/text/line.ts';
import { workLevels } from './values.ts';

export const maxNameLength = 300;
export const maxTextLength = 10_000;
export const maxListLength = 200;

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for an ISO day that stands in the calendar. */
export function isDay(text: string): boolean {
  const parts = iso.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A short word that names an entity within its list. */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'is not an id (letters, digits, . _ -)'),
);
export const Day = v.pipe(v.string(), v.check(isDay, 'is not a day (YYYY-MM-DD)'));
export const Amount = v.pipe(v.number(), v.finite(), v.minValue(-1e15), v.maxValue(1e15));
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6));
/** 1 = little, 5 = much. */
export const rating = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
const shortText = seenText(maxNameLength);
const longText = seenText(maxTextLength);

/** One line of text. */
export const name = () => v.nullish(shortText, '');
/** Text that several people may write in at once. */
export const text = () => v.nullish(longText, '');
export const day = () => v.nullish(Day, null);
export const rate = () => v.nullish(rating, null);
export const count = () => v.nullish(Count, null);
export const flag = (byDefault: boolean) => v.nullish(v.boolean(), byDefault);
/** A reference to one entity, or none. */
export const reference = () => v.nullish(Id, null);
export const one = <const T extends readonly string[], const D extends T[number]>(values: T, byDefault: D) =>
  v.nullish(v.picklist(values), byDefault);
export const oneOrNone = <const T extends readonly string[]>(values: T) => v.nullish(v.picklist(values), null);
/** A list without a value twice. */
const distinct = <T>() => v.check<T[], string>((list) => new Set(list).size === list.length, 'names a value twice');
export const some = <const T extends readonly string[]>(values: T) =>
  v.nullish(v.pipe(v.array(v.picklist(values)), distinct()), []);
export const references = () => v.nullish(v.pipe(v.array(Id), v.maxLength(maxListLength * 10), distinct()), []);
/** Absent is not empty: a representative without a list speaks for all interests of its organization. */
export const referencesOrAll = () => v.nullish(v.pipe(v.array(Id), v.maxLength(maxListLength), distinct()), null);
export const sentences = () => v.nullish(v.pipe(v.array(seenText(2000)), v.maxLength(maxListLength)), []);
export const names = () => v.nullish(v.pipe(v.array(shortText), v.maxLength(maxListLength)), []);
/** A value on a day; both may be missing. */
export const dated = () =>
  v.nullish(v.strictObject({ value: v.nullish(Amount, null), date: v.nullish(Day, null) }), {
    value: null,
    date: null,
  });

/** Fields that every entity has beside its own. `order` is a fractional index; equal ones are ordered by id. */
export const common = {
  order: v.nullish(v.pipe(v.string(), v.maxLength(200)), ''),
  created_on: day(),
  changed_on: day(),
};

export const roundNumber = v.pipe(Count, v.minValue(1));
/** Files write "no level" as null, as empty text or as the word `empty`. */
export const workLevel = () =>
  v.nullish(
    v.pipe(
      v.picklist([...workLevels, '', 'empty']),
      v.transform((word) => (word === '' || word === 'empty' ? null : word)),
    ),
    null,
  );

export const textOrEmpty = (value: unknown) => (typeof value === 'string' ? value : '');
export const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
