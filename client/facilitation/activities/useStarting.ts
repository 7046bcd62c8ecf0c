/** Which activity a facilitator is putting together by hand; it stays while the form is out of sight. */
import * as v from 'valibot';
import { useKept } from '#client/drafts/useKept.ts';
import { startingName } from '#client/facilitation/vote/voteDraft.ts';

export const startedKinds = ['ideas', 'vote', 'pulse'] as const;
export type StartedKind = (typeof startedKinds)[number];
const Starting = v.nullable(v.picklist(startedKinds));

export interface StartingNow {
  readonly starting: StartedKind | null;
  readonly begin: (kind: StartedKind) => void;
  readonly done: () => void;
}

export function useStarting(): StartingNow {
  const { value: starting, keep: begin, forget: done } = useKept(startingName, Starting, null);
  return { starting, begin, done };
}
