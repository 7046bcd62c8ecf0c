/** Something that I did in an open activity and that goes to the server: safe to send again. */
import * as v from 'valibot';
import type { SealedRequest } from '#client/connection/api/SeatApi.ts';
import { DotChange, IdeaId, IdeaVersion, WriteIdea } from '#shared/wire/SealedRequest.ts';

export const OwnChange = v.variant('kind', [
  v.object({ kind: v.literal('dots'), ...DotChange.entries }),
  v.object({ kind: v.literal('write'), idea: IdeaId, ...WriteIdea.entries }),
  v.object({ kind: v.literal('remove'), idea: IdeaId, from: IdeaVersion }),
]);
export type OwnChange = v.InferOutput<typeof OwnChange>;

export function requestOf(activity: string, act: OwnChange): SealedRequest {
  switch (act.kind) {
    case 'dots':
      return { method: 'PUT', path: `/${activity}/ballot`, body: { change: act.change, by: act.by } };
    case 'write': {
      const { change, text, from } = act;
      return { method: 'PUT', path: `/${activity}/ideas/${act.idea}`, body: { change, text, from } };
    }
    case 'remove':
      return { method: 'DELETE', path: `/${activity}/ideas/${act.idea}?from=${act.from}` };
  }
}

/** Both as one, where nothing of the first was sent yet; null where they stay two. */
export function joinedActs(first: OwnChange, second: OwnChange): OwnChange | null {
  if (first.kind !== 'dots' || second.kind !== 'dots') return null;
  const by = { ...first.by };
  for (const [option, count] of Object.entries(second.by)) by[option] = (by[option] ?? 0) + count;
  return { ...first, by };
}
