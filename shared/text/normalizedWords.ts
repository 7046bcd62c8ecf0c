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

/** Words of one that stand in the other. */
export function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...one].filter((word) => other.has(word));
}

/** Where letters spell sounds, the shortest words are those that stand in any sentence. */
const short = /^[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{N}]{1,3}$/u;

/** Says something by itself, as "the" and "who" do not. */
export function isTelling(word: string): boolean {
  return !short.test(word);
}
