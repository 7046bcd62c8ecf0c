/** Names of what a person has typed in a sealed round and not sent, and what of it is left when the round has ended. */
import * as v from 'valibot';
import type { Drafts } from '#client/drafts/Drafts.ts';
import { IdeaId, IdeaVersion } from '#shared/wire/SealedRequest.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { SealedAct } from './SealedAct.ts';

/** A change of an idea that was begun, from the version that was read then. */
export const IdeaEdit = v.object({ idea: IdeaId, from: IdeaVersion, text: v.string() });
export type IdeaEdit = v.InferOutput<typeof IdeaEdit>;

export const sealedDrafts = {
  /** the idea that is being written */
  idea: (round: string) => `sealed.${round}.idea`,
  /** `IdeaEdit` */
  edit: (round: string) => `sealed.${round}.edit`,
  /** texts that the server did not take */
  unsent: (round: string) => `sealed.${round}.unsent`,
  /** the offer of what was not sent was answered with "keep" */
  isAway: (round: string) => `sealed.${round}.away`,
  pulse: (round: string) => `sealed.${round}.pulse`,
  acts: 'sealed.acts',
} as const;

const Texts = v.array(v.string());
const Acts = v.array(v.tuple([v.string(), v.array(SealedAct)]));

function read<S extends v.GenericSchema>(drafts: Drafts, name: string, schema: S): v.InferOutput<S> | null {
  const found = v.safeParse(schema, drafts.get(name));
  return found.success ? found.output : null;
}

/** Acts that the server has not answered yet, by round, oldest first. */
export function keptActs(drafts: Drafts): ReadonlyMap<string, readonly SealedAct[]> {
  return new Map(read(drafts, sealedDrafts.acts, Acts));
}

export function keepActs(drafts: Drafts, acts: ReadonlyMap<string, readonly SealedAct[]>): void {
  if (acts.size === 0) drafts.forget(sealedDrafts.acts);
  else drafts.keep(sealedDrafts.acts, [...acts]);
}

/** Texts that the server did not take, oldest first. */
export function refusedTexts(drafts: Drafts, round: string): readonly string[] {
  return read(drafts, sealedDrafts.unsent(round), Texts) ?? [];
}

export function keepRefused(drafts: Drafts, round: string, text: string): void {
  drafts.keep(sealedDrafts.unsent(round), [...refusedTexts(drafts, round), text]);
}

/** The person went on writing in it. */
export function keepRefusedAs(drafts: Drafts, round: string, place: number, text: string): void {
  drafts.keep(sealedDrafts.unsent(round), refusedTexts(drafts, round).with(place, text));
}

export function forgetRefused(drafts: Drafts, round: string, place: number): void {
  const texts = refusedTexts(drafts, round).toSpliced(place, 1);
  if (texts.length === 0) drafts.forget(sealedDrafts.unsent(round));
  else drafts.keep(sealedDrafts.unsent(round), texts);
}

/** Once a round has ended nothing can be sent any more: what was being written joins what was not taken. */
export function gatherUnsent(drafts: Drafts, round: string): void {
  const idea = read(drafts, sealedDrafts.idea(round), v.string());
  const edit = read(drafts, sealedDrafts.edit(round), IdeaEdit);
  const texts = [idea, edit?.text ?? null].flatMap((text) => (text === null || isBlank(text) ? [] : [text]));
  for (const text of texts) keepRefused(drafts, round, text);
  for (const name of [sealedDrafts.idea(round), sealedDrafts.edit(round), sealedDrafts.pulse(round)])
    drafts.forget(name);
}

/** Words that are still to be offered to their writer. */
export function hasOffer(drafts: Drafts, round: string): boolean {
  return refusedTexts(drafts, round).length > 0 && drafts.get(sealedDrafts.isAway(round)) !== true;
}
