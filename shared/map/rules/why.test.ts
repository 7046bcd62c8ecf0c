import { expect, it } from 'vitest';
import { ruleFacts } from './ruleBook.ts';
import findings from '../../words/en/findings.json' with { type: 'json' };

it('[FIND-6] every rule says in a plain sentence why it is seen', () => {
  expect(Object.keys(findings.findings.rules)).toEqual(ruleFacts.map((rule) => rule.id));
  expect(Object.values(findings.findings.rules).filter(({ why }) => !/^[A-Z].{15,}\.$/.test(why))).toEqual([]);
});
