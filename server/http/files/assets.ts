/**
 * Images on a board. They are kept in the store, never in the document, and only people with a seat get them: as
 * attachments under a sandbox policy, so that opened by themselves they can do nothing at all.
 */
import { Hono } from 'hono';
import * as v from 'valibot';
import type { AssetStored } from '#shared/wire/http.ts';
import { AssetId } from '#shared/wire/ids.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { newAssetId } from '#server/door/secrets/randomText.ts';
import { ArrivingBodies } from './ArrivingBodies.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import type { Image } from '#server/images/Image.ts';
import { readImage } from '#server/images/readImage.ts';

const path = '/api/boards/:id/assets';
/** The page sends one after the other. */
const perPerson = 4;
/** Images that arrive take at most so many times the largest. */
const heldImages = 24;
const sandbox = "sandbox; default-src 'none'";

export function assets(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const bodies = new ArrivingBodies({ perKey: perPerson, heldBytes: services.limits.maxAssetBytes * heldImages });

  app.post(path, seated(services, 'edit'), async (c) => {
    const { board, person } = c.var.seated;
    const { maxAssetBytes: maxBytes, maxAssetPixels } = services.limits;
    const { id, image } = await bodies.take(c.req.raw, { key: person.id, maxBytes }, async (parts) => {
      const read = readImage(Buffer.concat(parts), maxAssetPixels);
      const store = () => services.queue.take(board.id, () => keep(services, board.id, read));
      return { id: await services.uploads.take(c.var.address, read.bytes.length, store), image: read };
    });
    const { type, width, height } = image;
    return c.json({ id, url: `/api/boards/${board.id}/assets/${id}`, type, width, height } satisfies AssetStored, 201);
  });

  app.get(`${path}/:asset`, seated(services, 'seat'), async (c) => {
    const { board } = c.var.seated;
    const id = v.safeParse(AssetId, c.req.param('asset'));
    const asset = id.success ? await services.store.readAsset(board.id, id.output) : null;
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
async function keep(services: Services, board: BoardId, image: Image): Promise<AssetId> {
  const used = await services.store.assetBytes(board);
  if (used + image.bytes.length > services.limits.maxAssetsBytesPerBoard) throw new Refusal('board-storage-full');
  const id = newAssetId();
  await services.store.putAsset({ id, board, type: image.type, bytes: image.bytes, createdAtMs: services.nowMs() });
  return id;
}
