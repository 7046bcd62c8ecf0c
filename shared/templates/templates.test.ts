import { describe, expect, it } from 'vitest';
import { madeUpWords } from '../testing/madeUpWords.ts';
import { parseBoard } from '../map/file/parseBoard.ts';
import { indexMap } from '../map/MapIndex.ts';
import { boardNumbers } from '../map/readings/boardNumbers.ts';
import { computeFindings } from '../map/rules/computeFindings.ts';
import { listTemplates } from './listTemplates.ts';
import { readTemplate } from './readTemplate.ts';
import type { TemplateTexts } from '../words/wordsIn.ts';
import { englishTexts, templateIds, templates } from './templates.ts';

/** The table of the design: interests, partners, current representatives, coverage percent. */
const table: Readonly<Record<string, readonly number[]>> = {
  employment: [12, 29, 36, 62],
  baltimore: [7, 14, 16, 69],
  newark: [7, 13, 16, 62],
  corridors: [7, 16, 23, 81],
  detroit: [6, 10, 12, 67],
  blank: [6, 0, 0, 0],
};

describe('templates', () => {
  for (const id of templateIds) {
    it(`[FIND-3] ${id} gives its expected findings and numbers`, () => {
      const file = templates[id];
      const board = parseBoard(file);
      if (!board.ok) throw new Error(JSON.stringify(board.problems));
      const index = indexMap(board.map, file.as_of);
      if ('expected_findings' in file) expect(computeFindings(index)).toEqual(file.expected_findings);
      if ('expected_numbers' in file) expect(boardNumbers(index)).toEqual(file.expected_numbers);
      const counted = [
        board.map.interests.length,
        index.partners.length,
        index.representatives.length,
        boardNumbers(index).coverage_percent,
      ];
      expect(counted).toEqual(table[id]);
    });
  }

  it('[FIND-3] four of the six say what they expect', () => {
    expect(templateIds.filter((id) => 'expected_findings' in templates[id])).toHaveLength(4);
  });

  it('[MAP-2] the picker gets title, summary, what it teaches and provenance of each, blank first', () => {
    const listed = listTemplates();
    expect(listed.map((one) => one.id)).toEqual(['blank', 'employment', 'baltimore', 'newark', 'corridors', 'detroit']);
    for (const one of listed) {
      expect(one.title.length * one.summary.length * one.teaches.length).toBeGreaterThan(0);
      expect(one.provenance.from_article.length).toBeGreaterThan(0);
    }
  });

  it('[MAP-2] all dates of a template can be moved to another day', () => {
    const read = readTemplate('employment', '2027-03-02');
    if (!read) throw new Error('employment is missing');
    expect(read.map.goal.target.date).toBe('2034-12-31');
    expect(read.map.notes[0]?.created_on).toBe('2025-03-05');
    expect(read.map.measurements[0]?.date).toBe('2020-12-30');
    expect(read.map.partnership.name).toBe('Riverbend Works');
    const index = indexMap(read.map, '2027-03-02');
    const kinds = (findings: readonly { readonly rule: string; readonly subject: string }[]) =>
      findings.map((finding) => `${finding.rule} ${finding.subject}`);
    expect(kinds(computeFindings(index))).toEqual(kinds(templates.employment.expected_findings));
  });

  it('[WORDS-1] another language has the same templates, with all of their words in it', () => {
    const said = madeUpWords(englishTexts) as TemplateTexts;
    for (const id of templateIds) {
      const [own, other] = [readTemplate(id), readTemplate(id, undefined, said)];
      const count = (one: typeof own) => boardNumbers(indexMap(one!.map, one!.asOf));
      expect(count(other)).toEqual(count(own));
      const plain = /[a-zA-Z]/;
      expect(other!.title).not.toMatch(plain);
      for (const { name } of other!.map.organizations) expect(name).not.toMatch(plain);
      for (const { title, description } of other!.map.interests) expect(title + description).not.toMatch(plain);
      for (const { group } of other!.map.measurements) if (group !== 'all') expect(group).not.toMatch(plain);
      for (const { where } of other!.map.goal.source_variants) expect(where).not.toMatch(plain);
    }
    expect(
      listTemplates(said)
        .map(({ teaches }) => teaches)
        .join(''),
    ).not.toMatch(/[a-zA-Z]/);
  });

  it('[MAP-2] a template that does not exist is not read', () => {
    expect(readTemplate('nothing')).toBeNull();
    expect(readTemplate('constructor')).toBeNull();
  });
});
