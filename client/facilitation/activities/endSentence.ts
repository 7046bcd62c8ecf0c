import type { TFunction } from 'i18next';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';

/** That an activity ended, and how. */
export function endSentence({ kind, status, lost }: SealedActivity, t: TFunction): string {
  if (status !== 'discarded') return t(`sealed.${kind}.ended`);
  return t(lost === true ? 'sealed.wasLost' : 'sealed.wasDiscarded');
}
