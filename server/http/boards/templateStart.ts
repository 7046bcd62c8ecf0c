/** What boards from templates start with, kept: making it takes the thread of the rooms some 10 ms, copying it none. */
import { firstDocument } from '#shared/board/firstDocument.ts';
import { ratingsOf } from '#shared/map/ratings.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { templateTextsIn } from '#shared/words/wordsIn.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { BoardStart } from './startBoard.ts';

export interface TemplateWish {
  readonly template: string;
  /** the day for which its dates stand; its own unless said */
  readonly datesFor: string | undefined;
  readonly language: string;
}

type TemplateStart = Required<Pick<BoardStart, 'first' | 'ratings' | 'skeletonOpen'>>;

const mostKept = 24;
const kept = new Map<string, TemplateStart>();

/** Throws `template-unknown`. Boards of one template begin with the same bytes; no document ever meets that of another board. */
export async function templateStart({ template, datesFor, language }: TemplateWish): Promise<TemplateStart> {
  const key = JSON.stringify([template, datesFor, language]);
  const found = kept.get(key);
  if (found !== undefined) return found;
  const read = readTemplate(template, datesFor, await templateTextsIn(language));
  if (read === null) throw new Refusal('template-unknown');
  const made = {
    first: firstDocument(read.map),
    ratings: ratingsOf(read.map),
    skeletonOpen: template === 'blank',
  };
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}
