/** Names to choose from on the join page: organizations on the board's map, and those that people typed when they joined. */
import { readCollection } from '#shared/board/mapDocument.ts';
import { nameKey } from '#shared/map/nameKey.ts';
import { oneLine } from '#shared/text/unseen.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { NotStoredError, StorageFullError } from '#server/store/storeErrors.ts';
import type { Services } from '#server/http/Services.ts';

/** Everybody opens the link at nine: one look at the map serves them all. */
const freshForMs = 5_000;
const maxNames = 500;
const maxBoards = 200;
/** as long as an organization that is typed may be */
const longest = 120;

export type OrganizationNames = (board: BoardId) => Promise<readonly string[]>;

export function organizationNames({
  relay,
  store,
  nowMs,
}: Pick<Services, 'relay' | 'store' | 'nowMs'>): OrganizationNames {
  const looked = new Map<BoardId, { readonly atMs: number; readonly names: Promise<readonly string[]> }>();

  async function onMap(board: BoardId): Promise<readonly string[]> {
    try {
      return await relay.change(board, (doc) =>
        [...readCollection(doc, 'organizations').values()].map(({ name }) => (typeof name === 'string' ? name : '')),
      );
    } catch (error) {
      // The disk is full, or the server is about to stop: people can still type a name.
      if (error instanceof StorageFullError || error instanceof NotStoredError) return [];
      throw error;
    }
  }

  async function look(board: BoardId): Promise<readonly string[]> {
    const people = await store.listPeople(board);
    const typed = people.flatMap(({ removedAtMs, organization }) =>
      removedAtMs === null && organization !== null ? organization : [],
    );
    const names = new Map<string, string>();
    for (const name of [...(await onMap(board)), ...typed].map(oneLine)) {
      const key = nameKey(name);
      if (name !== '' && name.length <= longest && !names.has(key) && names.size < maxNames) names.set(key, name);
    }
    return [...names.values()].sort((a, b) => a.localeCompare(b));
  }

  return (board) => {
    const now = nowMs();
    const known = looked.get(board);
    if (known !== undefined && now - known.atMs < freshForMs) return known.names;
    const names = look(board);
    looked.delete(board);
    looked.set(board, { atMs: now, names });
    // a failed look is not remembered
    void names.catch(() => looked.delete(board));
    const [oldest] = looked.keys();
    if (looked.size > maxBoards && oldest !== undefined) looked.delete(oldest);
    return names;
  };
}
