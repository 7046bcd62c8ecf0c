/**
 * Pictures on a board. They are kept in the store, never in the document, and only people with a seat get them: as
 * attachments under a sandbox policy, so that opened by themselves they can do nothing at all.
 */
import { Hono } from 'hono';
import * as v from 'valibot';
import type { AssetStored } from '#shared/wire/http.ts';
import { AssetId } from '#shared/wire/ids.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { newAssetId } from '#server/door/secrets/randomText.ts';
import { Arrivals } from './ArrivingBodies.ts';
import { bearer } from '../bearer.ts';
import type { Desk, HttpEnv } from '#server/http/Services.ts';
import type { Picture } from '#server/pictures/Picture.ts';
import { readPicture } from '#server/pictures/readPicture.ts';

const path = '/api/boards/:id/assets';
/** The page sends one after the other. */
const perPerson = 4;
/** Pictures that arrive take at most so many times the largest. */
const heldPictures = 24;
const sandbox = "sandbox; default-src 'none'";

export function assets(desk: Desk): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const arrivals = new Arrivals({ perKey: perPerson, heldBytes: desk.limits.maxAssetBytes * heldPictures });

  app.post(path, async (c) => {
    const { board, person } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'edit');
    const { maxAssetBytes: maxBytes, maxAssetPixels } = desk.limits;
    const { id, picture } = await arrivals.take(c.req.raw, { key: person.id, maxBytes }, async (parts) => {
      const read = readPicture(Buffer.concat(parts), maxAssetPixels);
      const store = () => desk.turns.take(board.id, () => keep(desk, board.id, read));
      return { id: await desk.uploads.take(c.var.address, read.bytes.length, store), picture: read };
    });
    const { type, width, height } = picture;
    return c.json({ id, url: `/api/boards/${board.id}/assets/${id}`, type, width, height } satisfies AssetStored, 201);
  });

  app.get(`${path}/:asset`, async (c) => {
    const { board } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address);
    const id = v.safeParse(AssetId, c.req.param('asset'));
    const asset = id.success ? await desk.store.readAsset(board.id, id.output) : null;
    if (asset === null) throw new Refusal('asset-unknown');
    return c.body(Uint8Array.from(asset.bytes), 200, {
      'Content-Type': asset.type,
      'Content-Disposition': `attachment; filename="${asset.id}.${asset.type.slice('image/'.length)}"`,
      'Content-Security-Policy': sandbox,
      'Cache-Control': 'private, max-age=31536000, immutable',
      Vary: 'Authorization',
    });
  });

  return app;
}

/** In turn per board, so that two uploads at once cannot both take the last room. */
async function keep(desk: Desk, board: BoardId, picture: Picture): Promise<AssetId> {
  const used = await desk.store.assetBytes(board);
  if (used + picture.bytes.length > desk.limits.maxAssetsBytesPerBoard) throw new Refusal('board-storage-full');
  const id = newAssetId();
  await desk.store.putAsset({ id, board, type: picture.type, bytes: picture.bytes, createdAtMs: desk.nowMs() });
  return id;
}
