import { describe, expect, it } from 'vitest';
import { mapOf } from '../PartnershipMap.ts';
import { runCommands } from '../commands/runCommand.ts';
import type { Command } from '../commands/Command.ts';
import { alikeNotes } from './alikeNotes.ts';
import { sheetOf } from './sheets.ts';

/** Sets of numbers of texts that are offered. */
function alike(texts: readonly string[], ...more: readonly Command[]): readonly string[] {
  const ideas = texts.map((text, n): Command => ({
    type: 'add',
    collection: 'ideas',
    id: `i${n}`,
    fields: { sheet_id: 's', text },
  }));
  const made = runCommands(mapOf({}), [{ type: 'add', collection: 'sheets', id: 's', fields: {} }, ...ideas, ...more], {
    today: '2026-03-02',
    newId: () => 'new',
  });
  const sheet = made.ok ? sheetOf(made.map, 's') : null;
  if (sheet === null) throw new Error('no sheet');
  return alikeNotes(sheet).map((notes) => notes.map(({ idea }) => idea.id.slice(1)).join(' '));
}

describe('notes that may say the same', () => {
  it('[SHEET-6] share at least half of the words of the longer one', () => {
    expect(alike(['night buses', 'Night bus!', 'schools'])).toEqual(['0 1']);
    expect(alike(['buses at night for nurses', 'buses at night'])).toEqual(['0 1']);
    // two of four, and two of five
    expect(alike(['buses at night please', 'buses at'])).toEqual(['0 1']);
    expect(alike(['buses at night please now', 'buses at'])).toEqual([]);
    expect(alike(['', ' ', '→'])).toEqual([]);
  });

  it('[SHEET-6] share more than the words of any sentence', () => {
    expect(alike(['The mayor', 'The hospital'])).toEqual([]);
    expect(alike(['The mayor', 'the Mayor’s office'])).toEqual(['0 1']);
    expect(alike(['bus', 'Bus!', 'the bus'])).toEqual(['0 1']);
  });

  it('[SHEET-6] are found in any script, without case, accents and plural', () => {
    expect(alike(['Früh lesen', 'fruh LESEN'])).toEqual(['0 1']);
    expect(alike(['夜间公交车', '夜间公交'])).toEqual(['0 1']);
    expect(alike(['รถเมล์ตอนกลางคืน', 'รถเมล์ตอนเช้า'])).toEqual(['0 1']);
    expect(alike(['نقل ليلي', 'نقل ليلي آمن'])).toEqual(['0 1']);
    expect(alike(['夜间公交车', '学校午餐'])).toEqual([]);
  });

  it('[SHEET-6] stand in one set each, the largest first, and merged ones as one', () => {
    const texts = ['more parks', 'cheaper rent', 'rent, cheaper', 'Parks, more', 'cheaper rents', 'libraries'];
    expect(alike(texts)).toEqual(['1 2 4', '0 3']);
    expect(alike(texts, { type: 'mergeIdeas', ideas: ['i0', 'i3'] })).toEqual(['1 2 4']);
  });
});
