import { describe, expect, it } from 'vitest';
import { chooseLanguage, fallbackLanguage, languages } from './languages.ts';

type Table = ReadonlyMap<string, string>;

/** Area -> key -> text. */
type Areas = ReadonlyMap<string, Table>;

function leaves(value: object, path = '', found = new Map<string, string>()): Map<string, string> {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null) leaves(inner, `${path}${key}.`, found);
    else found.set(path + key, String(inner));
  }
  return found;
}

const files = import.meta.glob<object>('./*/*.json', { eager: true, import: 'default' });
const folders = new Set(Object.keys(files).map((path) => path.split('/')[1] ?? ''));

function areasOf(language: string): Areas {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`));
  return new Map(own.map(([path, words]) => [path.slice(language.length + 3), leaves(words)]));
}

const english = areasOf(fallbackLanguage);

const formOf = /^(.*)_(zero|one|two|few|many|other)$/;

/** Name of a text without the form of its plural; a text that has forms has `_other`. */
function nameOf(key: string, table: Table): string {
  const base = formOf.exec(key)?.[1];
  return base !== undefined && table.has(`${base}_other`) ? base : key;
}

/** Sorted, each once. */
const placeholders = (text: string): string => [...new Set(text.match(/\{\{.*?\}\}/g))].toSorted().join(' ');

/** What a translation lacks, has too much or says otherwise: one line each. */
function faultsOf(language: string, areas: Areas): readonly string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const faults: string[] = [...areas.keys()].filter((area) => !english.has(area)).map((area) => `${area} is no area`);
  for (const [area, table] of english) {
    const said = areas.get(area) ?? new Map<string, string>();
    const wanted = new Map<string, string>();
    for (const [key, text] of table) {
      const name = nameOf(key, table);
      if (name === key) wanted.set(key, text);
      else for (const form of forms) wanted.set(`${name}_${form}`, table.get(`${name}_other`) ?? text);
    }
    for (const [key, text] of wanted) {
      const own = said.get(key);
      if (own === undefined || own.trim() === '') faults.push(`${area}: ${key} is missing`);
      // the form for one may say it in a word
      else if (placeholders(own) !== placeholders(text) && !/_(zero|one|two)$/.test(key))
        faults.push(`${area}: ${key} has other placeholders`);
    }
    for (const key of said.keys()) if (!wanted.has(key)) faults.push(`${area}: ${key} is not in English`);
  }
  return faults;
}

describe('words', () => {
  it('[WORDS-1] every language has its folder, and every folder its tag in the list', () => {
    expect([...folders].toSorted()).toEqual([...languages].toSorted());
    expect(() => languages.map((language) => new Intl.PluralRules(language))).not.toThrow();
  });

  it.each(languages)('[WORDS-1] %s says everything that English says, with the same placeholders', (language) => {
    expect(faultsOf(language, areasOf(language))).toEqual([]);
  });

  it('[WORDS-1] every key stands in one area only, and its placeholders are written in the one way', () => {
    const keys = [...english.values()].flatMap((table) => [...table.keys()]);
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
    const texts = [...english.values()].flatMap((table) => [...table.values()]);
    const strange = texts.filter((text) => /[{}]|\$t\(/.test(text.replaceAll(/\{\{\w+\}\}/g, '')));
    expect(strange).toEqual([]);
  });

  it('[WORDS-1] tells what an incomplete language lacks', () => {
    const polish = new Map([...english].map(([area, table]) => [area, new Map(table)]));
    const first = polish.get('first.json') ?? new Map<string, string>();
    first.delete('common.cancel');
    first.set('line.savedAt', 'Zapisane');
    first.set('common.foo', 'foo');
    polish.delete('csv.json');
    const faults = faultsOf('pl', polish);
    expect(faults).toContain('first.json: common.cancel is missing');
    expect(faults).toContain('first.json: line.savedAt has other placeholders');
    expect(faults).toContain('first.json: common.foo is not in English');
    expect(faults).toContain('csv.json: map.csv.title is missing');
    // Polish counts 1, 2 to 4, and 5 and more in three ways
    expect(faults).toContain('first.json: people.here_few is missing');
    expect(faults).toContain('first.json: people.here_many is missing');
    expect(faults).not.toContain('first.json: people.here_one is missing');
  });

  it('[WORDS-4] the first of the wanted languages that is spoken here is taken, without its region if need be', () => {
    const spoken = ['en', 'es', 'pt-BR'];
    expect(chooseLanguage(['fr-CA', 'es-MX', 'en'], spoken)).toBe('es');
    expect(chooseLanguage(['pt-BR'], spoken)).toBe('pt-BR');
    expect(chooseLanguage(['pt'], spoken)).toBe('en');
    expect(chooseLanguage(['*', '', '../en', 'constructor'], spoken)).toBe('en');
    expect(chooseLanguage([], spoken)).toBe('en');
  });
});
