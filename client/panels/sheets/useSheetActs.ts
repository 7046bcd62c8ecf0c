/** What is done with sheets from where this stands: run, said, and taken back at a press. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import type { SheetActs } from './SheetActs.ts';

export interface SheetDoing {
  readonly acts: SheetActs;
  /** What was done last, until the next act or until it is taken back. */
  readonly done: string | null;
  readonly refused: string | null;
  readonly takeBack: () => void;
}

/** `rename`: begins to write the title of a group. */
export function useSheetActs(rename: (group: string) => void): SheetDoing {
  const { t } = useTranslation();
  const map = useMap();
  const { boardMap, selection, history, spoken } = useBoardMap();
  const { run, refused } = useCommands();
  const whyNot = useWhyNot();
  const [done, setDone] = useState<string | null>(null);
  const acts: SheetActs = {
    map,
    t,
    newId: () => boardMap.newId(),
    run(commands, sentence) {
      const outcome = run(commands, sentence);
      setDone(outcome.ok && outcome.changed ? sentence : null);
      return outcome.ok;
    },
    open: (ref) => selection.open(ref),
    show: (ref) => selection.reveal(ref),
    rename,
    whyNot,
  };
  const takeBack = () => {
    if (history.undo()) spoken.say(t('map.outline.undone'));
    setDone(null);
  };
  return { acts, done, refused, takeBack };
}
