/** Brings back exactly what was removed: what others did since stays, and what is there again is left as it is. */
import * as Y from 'yjs';
import { holdersOf, newPart, newText, type Part, splitKey } from './content.ts';
import { isRatedPart } from './forgetRated.ts';
import { roots } from './roots.ts';

/** One thing that went, as it is kept until somebody decides. */
export interface Lost {
  /** as in `BoardContent` */
  readonly key: string;
  readonly isWhole: boolean;
  readonly part: Part;
}

/** Call inside a transaction. */
export function bringBack(doc: Y.Doc, lost: Iterable<Lost>): void {
  const holders = new Map(holdersOf(doc));
  for (const { key, isWhole, part } of lost) {
    if (isRatedPart(key, () => part)) continue;
    const { base, id } = splitKey(key);
    const holder = holders.get(base);
    const there = holder?.get(id);
    if (isWhole && holder !== undefined && there === undefined) holder.set(id, newPart(part));
    else if (!isWhole && there instanceof Y.Map) fillIn(there, part);
  }
}

/** Only where nobody has written anything else since. */
function fillIn(there: Y.Map<unknown>, { fields, texts = {}, members = {} }: Part): void {
  for (const [name, value] of Object.entries(fields)) {
    const now = there.get(name);
    if (now === '' || now === null || now === undefined) there.set(name, value);
  }
  for (const [name, runs] of Object.entries(texts)) {
    const now = there.get(name);
    if (!(now instanceof Y.Text)) {
      if (now === undefined) there.set(name, newText(runs));
    } else if (now.toString().trim() === '') {
      now.delete(0, now.length);
      now.applyDelta(runs.map((run) => ({ insert: run.text, attributes: { ...run.attributes } })));
    }
  }
  for (const [name, wanted] of Object.entries(members)) {
    const now = there.get(name);
    if (now instanceof Y.Map)
      for (const [member, value] of Object.entries(wanted)) if (!now.has(member)) now.set(member, value);
  }
}

/** What the map is made of first, so that drawings of a large board may follow in later pieces. */
export function inOrderOfReturn(lost: readonly Lost[]): readonly Lost[] {
  const isDrawn = ({ key }: Lost): boolean => key.startsWith(`${roots.canvas}/`);
  return [...lost.filter((one) => !isDrawn(one)), ...lost.filter(isDrawn)];
}
