/** Names of what a person has typed in a sealed activity and not sent, and what of it is left when the activity has ended. */
import * as v from 'valibot';
import type { Drafts } from '#client/drafts/Drafts.ts';
import { IdeaId, IdeaVersion } from '#shared/wire/SealedRequest.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { OwnChange } from './OwnChange.ts';

/** A change of an idea that was begun, from the version that was read then. */
export const IdeaEdit = v.object({ idea: IdeaId, from: IdeaVersion, text: v.string() });
export type IdeaEdit = v.InferOutput<typeof IdeaEdit>;

export const sealedDrafts = {
  /** the idea that is being written */
  idea: (activity: string) => `sealed.${activity}.idea`,
  /** `IdeaEdit` */
  edit: (activity: string) => `sealed.${activity}.edit`,
  /** texts that the server did not take */
  unsent: (activity: string) => `sealed.${activity}.unsent`,
  /** the offer of what was not sent was answered with "keep" */
  isAway: (activity: string) => `sealed.${activity}.away`,
  pulse: (activity: string) => `sealed.${activity}.pulse`,
  /** at which sentence of it */
  pulseAt: (activity: string) => `sealed.${activity}.pulseAt`,
  acts: 'sealed.acts',
} as const;

const Texts = v.array(v.string());
const Acts = v.array(v.tuple([v.string(), v.array(OwnChange)]));

function read<S extends v.GenericSchema>(drafts: Drafts, name: string, schema: S): v.InferOutput<S> | null {
  const found = v.safeParse(schema, drafts.get(name));
  return found.success ? found.output : null;
}

/** Acts that the server has not answered yet, by activity, oldest first. */
export function keptActs(drafts: Drafts): ReadonlyMap<string, readonly OwnChange[]> {
  return new Map(read(drafts, sealedDrafts.acts, Acts));
}

export function keepActs(drafts: Drafts, acts: ReadonlyMap<string, readonly OwnChange[]>): void {
  if (acts.size === 0) drafts.forget(sealedDrafts.acts);
  else drafts.keep(sealedDrafts.acts, [...acts]);
}

/** Texts that the server did not take, oldest first. */
export function refusedTexts(drafts: Drafts, activity: string): readonly string[] {
  return read(drafts, sealedDrafts.unsent(activity), Texts) ?? [];
}

export function keepRefused(drafts: Drafts, activity: string, text: string): void {
  drafts.keep(sealedDrafts.unsent(activity), [...refusedTexts(drafts, activity), text]);
}

/** The person went on writing in it. */
export function keepRefusedAs(drafts: Drafts, activity: string, place: number, text: string): void {
  drafts.keep(sealedDrafts.unsent(activity), refusedTexts(drafts, activity).with(place, text));
}

export function forgetRefused(drafts: Drafts, activity: string, place: number): void {
  const texts = refusedTexts(drafts, activity).toSpliced(place, 1);
  if (texts.length === 0) drafts.forget(sealedDrafts.unsent(activity));
  else drafts.keep(sealedDrafts.unsent(activity), texts);
}

/** Once an activity has ended nothing can be sent any more: what was being written joins what was not taken. */
export function gatherUnsent(drafts: Drafts, activity: string): void {
  const idea = read(drafts, sealedDrafts.idea(activity), v.string());
  const edit = read(drafts, sealedDrafts.edit(activity), IdeaEdit);
  const texts = [idea, edit?.text ?? null].flatMap((text) => (text === null || isBlank(text) ? [] : [text]));
  for (const text of texts) keepRefused(drafts, activity, text);
  const { idea: written, edit: changed, pulse, pulseAt } = sealedDrafts;
  for (const name of [written, changed, pulse, pulseAt]) drafts.forget(name(activity));
}

/** Words that are still to be offered to their writer. */
export function hasOffer(drafts: Drafts, activity: string): boolean {
  return refusedTexts(drafts, activity).length > 0 && drafts.get(sealedDrafts.isAway(activity)) !== true;
}
