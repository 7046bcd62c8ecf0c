// @vitest-environment jsdom
import type { TLAsset, TLAssetContext } from '@tldraw/tldraw';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createAssetStore, type AssetPorts } from './createAssetStore.ts';
import { boardDocument, meet, peerOf } from '../testPeers.ts';

const context = {} as TLAssetContext;
const asset = (src: string) =>
  ({ id: 'asset:x', typeName: 'asset', type: 'image', props: { src } }) as unknown as TLAsset;
const picture = new File([new Uint8Array(50_000)], 'p.png', { type: 'image/png' });

function ports(change: Partial<AssetPorts> = {}) {
  let made = 0;
  return {
    upload: vi.fn(() => Promise.resolve({ ok: true as const, value: { id: '0a1b' } })),
    fetchAsset: vi.fn(() => Promise.resolve({ ok: true as const, value: new Blob(['x']) })),
    onRefused: vi.fn(),
    urls: { createObjectURL: vi.fn(() => `blob:${++made}`), revokeObjectURL: vi.fn() },
    ...change,
  };
}

describe('createAssetStore', () => {
  it('[BIND-15] 25: a picture is uploaded, and the document grows by less than 1 kB', async () => {
    const given = ports();
    const { src } = await createAssetStore(given).upload(asset(''), picture);
    expect(src).toBe('asset:0a1b');
    const doc = boardDocument();
    const [a, b] = [peerOf(doc), peerOf(doc)] as const;
    const before = Y.encodeStateAsUpdate(a.doc).length;
    const id = 'asset:p' as TLAsset['id'];
    a.editor.createAssets([
      {
        id,
        typeName: 'asset',
        type: 'image',
        meta: {},
        props: { name: 'p.png', src, w: 10, h: 10, mimeType: 'image/png', isAnimated: false },
      },
    ]);
    a.editor.createShape({ type: 'image', props: { assetId: id, w: 10, h: 10 } });
    meet(a, b);
    expect(Y.encodeStateAsUpdate(a.doc).length - before).toBeLessThan(1_000);
    expect(b.editor.getAsset(id)?.props.src).toBe('asset:0a1b');
    // The picture stays when its shape is undone, since tldraw keeps it out of its history.
    a.editor.undo();
    expect(a.editor.getAsset(id)).toBeDefined();
    for (const peer of [a, b]) peer.leave();
  });

  it('[BIND-15] a picture is fetched once and shown from memory; another address is never loaded', async () => {
    const given = ports();
    const store = createAssetStore(given);
    expect(await store.resolve?.(asset('asset:77'), context)).toBe('blob:1');
    expect(await store.resolve?.(asset('asset:77'), context)).toBe('blob:1');
    expect(given.fetchAsset).toHaveBeenCalledTimes(1);
    for (const src of ['https://x.example/p.png', 'data:image/svg+xml,<svg/>', ''])
      expect(await store.resolve?.(asset(src), context)).toBeNull();
    store.dispose();
    await vi.waitFor(() => expect(given.urls.revokeObjectURL).toHaveBeenCalledWith('blob:1'));
  });

  it('[BIND-15] a refused picture is said, and a failed one is tried again', async () => {
    const given = ports({
      upload: () => Promise.resolve({ ok: false, code: 'type-refused' }),
      fetchAsset: vi.fn(() => Promise.resolve({ ok: false as const, code: 'unreachable' })),
    });
    const store = createAssetStore(given);
    await expect(store.upload(asset(''), picture)).rejects.toThrow('type-refused');
    expect(given.onRefused).toHaveBeenCalledWith('type-refused');
    expect(await store.resolve?.(asset('asset:77'), context)).toBeNull();
    await store.resolve?.(asset('asset:77'), context);
    expect(given.fetchAsset).toHaveBeenCalledTimes(2);
  });
});
