/** The words of a text for comparing: without case, accents and plural endings; of scripts without spaces, too. */
import { withoutIgnorable } from './unseen.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Elsewhere these marks are the vowels. */
const accents = /([\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}])\p{M}+/gu;

/** Each once. */
export function normalizedWords(text: string): ReadonlySet<string> {
  const words = Array.from(segmenter.segment(withoutIgnorable(text))).flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? normalized(segment) : [],
  );
  return new Set(words);
}

function normalized(word: string): readonly string[] {
  const plain = word.normalize('NFKD').toLowerCase().replace(accents, '$1').normalize('NFC');
  return plain
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== '')
    .map((part) => (part.length > 4 && /[^s]s$/.test(part) ? part.slice(0, -1) : part));
}

/** How many words of one stand in the other. */
export function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared;
}
