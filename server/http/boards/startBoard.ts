/** What every way of starting a board has in common: the operator's secret, the limit per address, links and a code. */
import type { Ratings } from '#shared/map/ratings.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { newBoardId } from '#server/door/secrets/randomText.ts';
import { secretsEqual } from '#server/door/secrets/secretsEqual.ts';
import type { RecordRow } from '#server/store/RecordStore.ts';
import type { AssetRow } from '#server/store/AssetStore.ts';
import type { BoardRow } from '#server/store/BoardStore.ts';
import type { Services } from '#server/http/Services.ts';
import { firstWorkshop } from '#server/workshop/StoredWorkshop.ts';
import { withNewCode } from '#server/http/joining/withNewCode.ts';

export interface BoardStart {
  readonly title: string;
  /** Yjs update (V1) */
  readonly first: Uint8Array;
  readonly ratings?: Ratings;
  readonly assets?: readonly Omit<AssetRow, 'board'>[];
  readonly record?: readonly RecordRow[];
  /** participants may change the skeleton of its map until its first workshop starts (SESSION-25) */
  readonly skeletonOpen?: boolean;
}

/** `secret` is what came with the request. */
export function checkCreateSecret(services: Services, secret: string, address: string): void {
  const { createSecret } = services.environment;
  if (createSecret === null || secretsEqual(secret, createSecret)) return;
  throw services.door.failed(address, 'create-secret-required');
}

/** `make` is asked only where this address may start one more: what is refused costs nothing. Throws `too-fast`. */
export async function startBoard(
  services: Services,
  address: string,
  make: () => BoardStart | Promise<BoardStart>,
): Promise<BoardRow> {
  const mayStart = (): void => {
    if (services.boardsStarted.isFull(address)) throw new Refusal('too-fast');
  };
  mayStart();
  const start = await make();
  return services.uploads.take(address, bytesOf(start), () => {
    // others may have started meanwhile; what found no room does not count
    mayStart();
    services.boardsStarted.add(address);
    return createBoard(services, start);
  });
}

function bytesOf({ first, assets = [], record = [] }: BoardStart): number {
  const pictures = assets.reduce((sum, { bytes }) => sum + bytes.length, first.length);
  return record.reduce((sum, { content }) => sum + content.length, pictures);
}

async function createBoard(
  services: Services,
  { title, first, ratings, assets, record, skeletonOpen = false }: BoardStart,
): Promise<BoardRow> {
  return withNewCode(async (code) => {
    const nowMs = services.nowMs();
    const board: BoardRow = {
      id: newBoardId(),
      title,
      code,
      linkGenerations: { facilitator: 1, participant: 1, observer: 1 },
      createdAtMs: nowMs,
      touchedAtMs: nowMs,
    };
    await services.store.createBoard(board, first, ratings, assets, record, firstWorkshop(skeletonOpen));
    return board;
  });
}
