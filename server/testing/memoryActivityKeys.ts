/** Keys of activities for tests without a disk. */
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { ActivityKeys } from '#server/sealed/keys/ActivityKeys.ts';
import type { BoardId } from '#shared/wire/ids.ts';

/** `from`: begins with these. */
export function memoryActivityKeys(from: ActivityKeys | null = null): ActivityKeys {
  const keys = new Map<string, { readonly board: BoardId; readonly activity: string; readonly key: KeyObject }>();
  for (const { board, activity } of from?.list() ?? []) {
    const key = from?.of(board, activity);
    if (key) keys.set(`${board}/${activity}`, { board, activity, key });
  }
  const of: ActivityKeys['of'] = (board, activity) => keys.get(`${board}/${activity}`)?.key ?? null;
  return {
    of,
    async make(board, activity) {
      const key = of(board, activity) ?? createSecretKey(randomBytes(32));
      keys.set(`${board}/${activity}`, { board, activity, key });
      return key;
    },
    async drop(board, activity) {
      keys.delete(`${board}/${activity}`);
    },
    list: () => [...keys.values()].map(({ board, activity }) => ({ board, activity })),
  };
}
