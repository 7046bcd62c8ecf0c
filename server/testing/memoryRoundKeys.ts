/** Keys of rounds for tests without a disk. */
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { RoundKeys } from '#server/sealed/keys/ActivityKeys.ts';
import type { BoardId } from '#shared/wire/ids.ts';

/** `from`: begins with these. */
export function memoryRoundKeys(from: RoundKeys | null = null): RoundKeys {
  const keys = new Map<string, { readonly board: BoardId; readonly round: string; readonly key: KeyObject }>();
  for (const { board, round } of from?.list() ?? []) {
    const key = from?.of(board, round);
    if (key) keys.set(`${board}/${round}`, { board, round, key });
  }
  const of: RoundKeys['of'] = (board, round) => keys.get(`${board}/${round}`)?.key ?? null;
  return {
    of,
    async make(board, round) {
      const key = of(board, round) ?? createSecretKey(randomBytes(32));
      keys.set(`${board}/${round}`, { board, round, key });
      return key;
    },
    async drop(board, round) {
      keys.delete(`${board}/${round}`);
    },
    list: () => [...keys.values()].map(({ board, round }) => ({ board, round })),
  };
}
