/** Runs commands for a panel: what was done is said, what was refused is said and shown as a sentence. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#shared/map/commands/Command.ts';
import type { Outcome } from './BoardMap.ts';
import { useBoardMap } from './MapContext.ts';

export interface Commands {
  /** `done` is said when something changed. */
  readonly run: (commands: readonly Command[], done?: string) => Outcome;
  /** Why the last commands were refused, or null. */
  readonly refused: string | null;
  readonly clear: () => void;
}

export function useCommands(): Commands {
  const { t } = useTranslation();
  const { boardMap, spoken } = useBoardMap();
  const [refused, setRefused] = useState<string | null>(null);
  const run = useCallback(
    (commands: readonly Command[], done?: string): Outcome => {
      const outcome = boardMap.run(...commands);
      if (!outcome.ok) {
        const sentence = t(`map.refused.${outcome.code}`);
        setRefused(sentence);
        spoken.say(sentence);
        return outcome;
      }
      setRefused(null);
      if (outcome.changed && done !== undefined) spoken.say(done);
      return outcome;
    },
    [boardMap, spoken, t],
  );
  const clear = useCallback(() => setRefused(null), []);
  return { run, refused, clear };
}
