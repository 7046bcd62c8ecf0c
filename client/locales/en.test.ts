import { describe, expect, it } from 'vitest';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import { frameRefusals, readOnlyReasons } from '#shared/wire/messages.ts';
import { refusals } from '#shared/wire/refusals.ts';
import { en } from './en.ts';
import { enHome } from './enHome.ts';
import { enImport } from './enImport.ts';
import { enJoin } from './enJoin.ts';

const has = (table: object, key: string): boolean => {
  const text: unknown = Object.getOwnPropertyDescriptor(table, key)?.value;
  return typeof text === 'string' && text.trim().length > 10;
};

describe('English texts', () => {
  it('[LINE-2] every close code has a title and a sentence', () => {
    const names = Object.keys(closeCodes);
    expect(names.filter((name) => !has(en.line.closed, name) || !has(en.line.closedTitle, name))).toEqual([]);
  });

  it('[LINE-2] every reason for reading only has a sentence', () => {
    expect(readOnlyReasons.filter((reason) => !has(en.line.readOnly, reason))).toEqual([]);
  });

  it('[LINE-6] every refused frame has a sentence', () => {
    expect(frameRefusals.filter((code) => !has(en.refused, code))).toEqual([]);
  });

  it('[PAGE-6] every refusal of the API has a sentence, and so has no answer at all', () => {
    const atHome = [...Object.keys(enHome.refusal), ...Object.keys(enImport.refusal)];
    expect(atHome.toSorted()).toEqual(['create-secret-required', 'file-refused', 'template-unknown']);
    const onlyAtHome = new Set(['file-refused', 'template-unknown']);
    const onBoards = [...Object.keys(refusals), 'unreachable'].filter((code) => !onlyAtHome.has(code));
    expect(onBoards.filter((code) => !has(en.refusal, code))).toEqual([]);
  });

  it('[PAGE-6] no text says nothing', () => {
    const empty: string[] = [];
    const walk = (table: object, path: string): void => {
      for (const [key, value] of Object.entries(table)) {
        if (typeof value === 'string' && value.trim() === '') empty.push(`${path}${key}`);
        if (typeof value === 'object' && value !== null) walk(value, `${path}${key}.`);
      }
    };
    for (const table of [en, enHome, enImport, enJoin]) walk(table, '');
    expect(empty).toEqual([]);
  });
});
