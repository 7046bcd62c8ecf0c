import { expect, it } from 'vitest';
import { asksOf } from './asksOf.ts';

const asks = (instruction: string) => asksOf({ instruction });

it('[TAKEPART-1] the question of a step comes first, and none of its words is lost', () => {
  expect(asks('Alone, in silence: who helps, who hinders? One thought per note.')).toEqual({
    first: 'Who helps, who hinders?',
    rest: 'Alone, in silence:  One thought per note.',
  });
  expect(asks('Place the organizations in the interests they stand for. Then their people.')).toEqual({
    first: 'Place the organizations in the interests they stand for.',
    rest: 'Then their people.',
  });
  expect(asks('Look around')).toEqual({ first: 'Look around', rest: '' });
  expect(asks('')).toEqual({ first: '', rest: '' });
});

it('[TAKEPART-1] a question that is longer than a heading stands whole', () => {
  const long = `${'Who is it that '.repeat(30)}helps?`;
  expect(asks(long)).toEqual({ first: long, rest: '' });
});
