/** A panel shows words that somebody wrote and has not sent: nothing that comes by itself may take it from sight. */
import type { Drafts } from './Drafts.ts';

export function hasDraftInSight(page: ParentNode, drafts: Pick<Drafts, 'all'>): boolean {
  const kept = new Set([...drafts.all().values()].flatMap(wordsIn));
  const fields = page.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('aside :is(textarea, input)');
  return [...fields].some(({ value }) => value.trim() !== '' && kept.has(value));
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}
