import { describe, expect, it } from 'vitest';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import { messageRefusals, readOnlyReasons } from '#shared/wire/messages.ts';
import { refusals } from '#shared/wire/refusals.ts';
import first from '#shared/words/en/first.json';
import home from '#shared/words/en/home.json';
import fileImport from '#shared/words/en/import.json';
import { boardWords } from './boardWords.ts';

const onBoard = {
  ...first.refusal,
  ...boardWords.board.refusal,
  ...boardWords.workshop.refusal,
  ...boardWords.sealed.refusal,
};

const has = (table: object, key: string): boolean => {
  const text: unknown = Object.getOwnPropertyDescriptor(table, key)?.value;
  return typeof text === 'string' && text.trim().length > 10;
};

describe('English texts', () => {
  it('[LINE-2] every close code has a title and a sentence', () => {
    const names = Object.keys(closeCodes);
    expect(names.filter((name) => !has(first.line.closed, name) || !has(first.line.closedTitle, name))).toEqual([]);
  });

  it('[LINE-2] every reason for reading only has a sentence', () => {
    expect(readOnlyReasons.filter((reason) => !has(first.line.readOnly, reason))).toEqual([]);
  });

  it('[LINE-6] every refused frame has a sentence', () => {
    expect(messageRefusals.filter((code) => !has(boardWords.board.refused, code))).toEqual([]);
  });

  it('[PAGE-6] every refusal of the API has a sentence, and so has no answer at all', () => {
    const atHome = [...Object.keys(home.refusal), ...Object.keys(fileImport.refusal)];
    expect(atHome.toSorted()).toEqual(['file-refused', 'template-unknown']);
    const onlyAtHome = new Set(['file-refused', 'template-unknown']);
    const onBoards = [...Object.keys(refusals), 'unreachable'].filter((code) => !onlyAtHome.has(code));
    expect(onBoards.filter((code) => !has(onBoard, code))).toEqual([]);
  });
});
