/** The words of a step as people take them in: what it asks first, then how it is done. */
import { questionOf } from '#client/facilitation/ideas/questionOf.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';

export interface Asked {
  /** Its question, or its first sentence where it asks none; empty where it has no words. */
  readonly first: string;
  readonly rest: string;
}

export function asksOf({ instruction }: Pick<Step, 'instruction'>): Asked {
  const words = instruction.trim();
  const question = questionOf(words);
  if (question !== '') {
    const at = words.toLowerCase().indexOf(question.toLowerCase());
    // longer than a question may be: it is cut in the middle
    if (at === -1 || !question.endsWith('?')) return { first: words, rest: '' };
    return { first: question, rest: `${words.slice(0, at)}${words.slice(at + question.length)}`.trim() };
  }
  const sentence = /^[^.!…]+[.!…]+/.exec(words)?.[0] ?? words;
  return { first: sentence.trim(), rest: words.slice(sentence.length).trim() };
}
