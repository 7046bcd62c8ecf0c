/** What was, or would be, taken away, in numbers by kind. */
import type { TFunction } from 'i18next';
import { lossKinds, type LossCounts } from '#shared/wire/lossKinds.ts';

/** As one list in the words of the language; empty for nothing. */
export function lossWords(counts: LossCounts, t: TFunction, language: string): string {
  const parts = lossKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : t(`snapshots.lost.${kind}`, { count });
  });
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}
