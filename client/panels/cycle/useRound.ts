/** Which round one reads: the one of what is chosen, the one that somebody turned to, a new one, or the one people work in. */
import { useEffect, useState } from 'react';
import type { EntityOf } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { useBoardMap, useMap, useSelection } from '#client/map/MapContext.ts';
import type { EntityRef } from '#client/map/Selection.ts';

export interface RoundNow {
  /** undefined: there is none yet */
  readonly round: EntityOf<'iterations'> | undefined;
  /** the round that people work in now, or the last one */
  readonly main: EntityOf<'iterations'> | undefined;
  readonly turnTo: (id: string) => void;
}

export function useRound(): RoundNow {
  const map = useMap();
  const { selection } = useBoardMap();
  const chosen = useSelection();
  const [wanted, setWanted] = useState<string | null>(() => roundOf(map, selection.chosen()[0] ?? null));
  const chosenRound = roundOf(map, chosen);
  // What is chosen on the canvas brings its round; whoever then turns to another round keeps that.
  useEffect(() => {
    if (chosenRound !== null) setWanted(chosenRound);
  }, [chosenRound]);
  const newest = map.iterations.at(-1)?.id ?? null;
  const [known, setKnown] = useState(newest);
  // A round that begins now brings everybody who has the panel open.
  if (known !== newest) {
    setKnown(newest);
    setWanted(newest);
  }
  const main = map.iterations.findLast(({ status }) => status === 'open') ?? map.iterations.at(-1);
  return { round: map.iterations.find(({ id }) => id === wanted) ?? main, main, turnTo: setWanted };
}

/** The round that a thing belongs to. */
function roundOf(map: PartnershipMap, ref: EntityRef | null): string | null {
  if (ref === null) return null;
  if (ref.collection === 'iterations') return map.iterations.some(({ id }) => id === ref.id) ? ref.id : null;
  const number =
    ref.collection === 'notes'
      ? map.notes.find(({ id }) => id === ref.id)?.iteration
      : ref.collection === 'experiments'
        ? map.experiments.find(({ id }) => id === ref.id)?.iteration
        : undefined;
  return map.iterations.find((round) => round.number === number)?.id ?? null;
}
