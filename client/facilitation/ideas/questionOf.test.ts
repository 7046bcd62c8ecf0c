import { expect, it } from 'vitest';
import { questionOf } from './questionOf.ts';

it('[SEALED-11] private writing begins with the question of the running step', () => {
  const steps = {
    'Alone for 5 minutes: who helps, who hinders, who pays? Then all ideas appear at once.':
      'Who helps, who hinders, who pays?',
    'Place the organizations. Which part do you do here, and what could only you bring?':
      'Which part do you do here, and what could only you bring?',
    'One word each: how do you leave? The map of today is kept.': 'How do you leave?',
    'Every action gets one owner and one date.': '',
    '': '',
  };
  for (const [instruction, question] of Object.entries(steps)) expect(questionOf(instruction)).toBe(question);
});
