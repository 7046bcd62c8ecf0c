import { describe, expect, it } from 'vitest';
import { templateIds, templates } from '../../templates/templates.ts';
import { parseBoard } from '../file/parseBoard.ts';
import { indexMap } from '../MapIndex.ts';
import cases from './cases.json' with { type: 'json' };
import { computeFindings, findingsOf } from './computeFindings.ts';
import { findingWords } from './findingText.ts';
import messages from './messages.en.json' with { type: 'json' };
import { ruleFacts } from './ruleBook.ts';
import why from './why.en.json' with { type: 'json' };

const setup = { messages, language: 'en-US' };

function wordsOf(board: unknown, asOf: string, rule?: string) {
  const read = parseBoard(board);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const index = indexMap(read.map, asOf);
  return (rule === undefined ? computeFindings(index) : findingsOf(index, rule)).map((finding) => ({
    finding,
    ...findingWords(index, finding, setup),
  }));
}

const isFilled = ({ message, ask }: { readonly message: string; readonly ask: string }) =>
  !/[{}…]|undefined|null/.test(message) && !/[{}]|undefined|null/.test(ask);

describe('findings in words', () => {
  it('[FIND-6] every placeholder of every finding of the templates is filled', () => {
    for (const id of templateIds) {
      const left = wordsOf(templates[id], templates[id].as_of).filter((words) => !isFilled(words));
      expect(left).toEqual([]);
    }
  });

  it('[FIND-6] every placeholder of every case of the rules is filled', () => {
    const left = cases.flatMap(({ rule, given }) =>
      wordsOf(given, given.as_of, rule).filter((words) => !isFilled(words)),
    );
    expect(left).toEqual([]);
  });

  it('[FIND-6] names, kinds, dates, numbers and lists stand as words', () => {
    const found = wordsOf(templates.employment, templates.employment.as_of);
    const said = (rule: string) => found.find((one) => one.finding.rule === rule)?.message;
    expect(said('INT-1')).toBe('Nobody at the table yet for “From school to work”.');
    expect(said('GOAL-8')).toBe(
      'We are behind the straight line to our target: 79.3 percent of the labor force now, 80.72 percent of the labor force expected.',
    );
    expect(said('TRUST-1')).toContain('we have not worked through storming and norming');
    expect(said('EXP-5')).toContain('October 31, 2025');
    expect(said('SYS-5')).toMatch(/^United Fund .* carries 55 percent of the work/);
  });

  it('[FIND-6] every rule says in plain words why it is seen', () => {
    expect(Object.keys(why)).toEqual(ruleFacts.map((rule) => rule.id));
    expect(Object.values(why).filter((sentence) => !/^[A-Z].{15,}\.$/.test(sentence))).toEqual([]);
  });
});
