import type { TFunction } from 'i18next';
import type { SealedRound } from '#shared/wire/SealedActivity.ts';

/** That a round ended, and how. */
export function endSentence({ kind, status, lost }: SealedRound, t: TFunction): string {
  if (status !== 'discarded') return t(`sealed.${kind}.ended`);
  return t(lost === true ? 'sealed.wasLost' : 'sealed.wasDiscarded');
}
