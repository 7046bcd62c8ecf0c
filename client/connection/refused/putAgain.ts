/**
 * Puts things that were taken back on the board again, beside what others did meanwhile: what is not there is there again, fields
 * say again what was given to them, edits of texts are made once more in what the texts say now.
 */
import * as Y from 'yjs';
import { firstRecords } from '#shared/board/firstRecords.ts';
import { roots } from '#shared/board/roots.ts';
import { runsOf, writeTextEdit } from '#shared/board/textEdit.ts';
import type { TakenThings } from '#client/connection/copy/OfflineCopy.ts';
import { copyOf, holderIn, holdersIn, textKey, thingKey } from './OwnThings.ts';

/** In one transaction with this origin. Returns how many things could not be put anywhere: what they belong to is gone. */
export function putAgain(doc: Y.Doc, { update, whole, was }: TakenThings, origin: object): number {
  const things = new Y.Doc();
  Y.applyUpdate(things, update);
  const made = new Set(whole);
  let unfit = 0;
  doc.transact(() => {
    for (const [base, holder] of holdersIn(things)) {
      const target = holderIn(doc, base);
      for (const [id, thing] of holder) {
        const there = target?.get(id);
        if (target === undefined || !(thing instanceof Y.Map)) unfit += 1;
        else if (there instanceof Y.Map)
          for (const [field, value] of thing) putField(there, field, value, was[textKey(base, id, field)]);
        else if (made.has(thingKey(base, id))) putWhole(target, base, id, thing);
        else unfit += 1;
      }
    }
  }, origin);
  things.destroy();
  return unfit;
}

function putWhole(target: Y.Map<unknown>, base: readonly string[], id: string, thing: Y.Map<unknown>): void {
  const copy = thing.clone();
  target.set(id, copy);
  if (base[0] !== roots.canvas) return;
  const parent: unknown = copy.get('parentId') ?? (copy.get('base') as { parentId?: unknown } | undefined)?.parentId;
  // its page was deleted meanwhile, and nobody would ever see it
  const [first] = firstRecords().filter(({ typeName }) => typeName === 'page');
  if (typeof parent === 'string' && parent.startsWith('page:') && !target.has(parent))
    copy.set('parentId', first?.id ?? parent);
}

function putField(
  there: Y.Map<unknown>,
  field: string,
  value: unknown,
  was: TakenThings['was'][string] | undefined,
): void {
  const now = there.get(field);
  if (!(value instanceof Y.Text) || !(now instanceof Y.Text)) there.set(field, copyOf(value));
  else writeTextEdit(now, was ?? runsOf(now), runsOf(value));
}
