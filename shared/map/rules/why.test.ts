import { expect, it } from 'vitest';
import { ruleFacts } from './ruleBook.ts';
import why from './why.en.json' with { type: 'json' };

it('[FIND-6] every rule says in a plain sentence why it is seen', () => {
  expect(Object.keys(why)).toEqual(ruleFacts.map((rule) => rule.id));
  expect(Object.values(why).filter((sentence) => !/^[A-Z].{15,}\.$/.test(sentence))).toEqual([]);
});
