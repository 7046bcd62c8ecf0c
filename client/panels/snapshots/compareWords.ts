/** The words of a comparison, from the catalog of words. */
import type { CompareWords } from '#shared/compare/CompareWords.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import { describeFinding } from '#shared/map/rules/describeFinding.ts';
import type { WordSource } from '#shared/words/wordsIn.ts';
import { codeWord } from '../things/codeWord.ts';
import { fieldsOf } from '../inspector/entityFields.ts';
import { isInspected } from '#client/panels/things/entityName.ts';
import { baseWords } from '../coverage/baseWords.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

export function compareWords(words: WordSource, asOf: string): CompareWords {
  const { t, language } = words;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const empty = t('snapshots.compare.empty');
  const say = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return empty;
    if (typeof value === 'boolean') return t(value ? 'map.value.yes' : 'snapshots.compare.empty');
    if (typeof value === 'number') return number.format(value);
    if (typeof value === 'string') return day.test(value) ? date.format(new Date(value)) : codeOrText(value);
    if (Array.isArray(value)) return value.length === 0 ? empty : list.format(value.map((one) => say(one)));
    // a value with its day, or counts of a pulse
    const parts = Object.values(value).flatMap((one) => (one === null || one === '' ? [] : [say(one)]));
    return parts.length === 0 ? empty : parts.join(', ');
  };
  const codeOrText = (value: string): string => {
    const word = codeWord(t, 'map.value', value) ?? codeWord(t, 'map.sector', value);
    return word ?? (/^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll('_', ' ') : value);
  };
  const fieldLabel = (field: string): string =>
    codeWord(t, 'snapshots.compare.field', field) ?? codeWord(t, 'map.field', field) ?? field.replaceAll('_', ' ');
  return {
    title: t('snapshots.compare.title'),
    between: (before, after) => t('snapshots.compare.between', { before, after }),
    nothing: t('snapshots.compare.nothing'),
    how: {
      added: t('snapshots.compare.how.added'),
      removed: t('snapshots.compare.how.removed'),
      changed: t('snapshots.compare.how.changed'),
    },
    collection: (collection) => t(`snapshots.compare.collection.${collection}`),
    field: (name, collection) => {
      const spec = isInspected(collection) ? fieldsOf(collection).find((one) => one.field === name) : undefined;
      return fieldLabel(spec?.label ?? name);
    },
    value: (_field, value) => say(value),
    unnamed: () => t('snapshots.compare.unnamed'),
    inInterest: (organization, interest) => t('snapshots.compare.inInterest', { organization, interest }),
    inNone: (organization) => t('snapshots.compare.inNone', { organization }),
    fromTo: (field, before, after) => t('snapshots.compare.fromTo', { field, before, after }),
    attendants: (names, how) => t(`snapshots.compare.with.${how}`, { names: list.format(names) }),
    coverageTitle: t('snapshots.compare.coverage'),
    percent: (before, after) => t('snapshots.compare.percent', { before, after }),
    base: (change) => baseWords(change, t, language),
    counts: (counts) =>
      counts === null ? t('snapshots.compare.noInterest') : t('snapshots.compare.counts', { ...counts }),
    findingsTitle: t('snapshots.compare.findings'),
    came: t('snapshots.compare.came'),
    went: t('snapshots.compare.went'),
    finding: (map, finding) => describeFinding(indexMap(map, asOf), finding, words).message,
    drawingsTitle: t('snapshots.compare.drawings'),
    drawings: (added, removed, changed) => t('snapshots.compare.drawingsLine', { added, removed, changed }),
  };
}
