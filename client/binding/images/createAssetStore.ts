/**
 * Pictures of the board for tldraw: uploaded, and shown from the server. The document holds `asset:<id>` only, never the
 * picture; anything else in an asset's address is not loaded.
 */
import type { TLAssetStore } from '@tldraw/tldraw';

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string };

export interface AssetPorts {
  readonly upload: (picture: Blob) => Promise<Answer<{ readonly id: string }>>;
  readonly fetchAsset: (asset: string) => Promise<Answer<Blob>>;
  /** A picture was not taken; the code is one of the refusals, or `unreachable`. */
  readonly onRefused: (code: string) => void;
  /** `URL.createObjectURL` and its undo. */
  readonly urls: { createObjectURL(blob: Blob): string; revokeObjectURL(url: string): void };
}

export interface BoardAssets extends TLAssetStore {
  /** To the server; from then on it is shown from memory. */
  send(picture: Blob): ReturnType<AssetPorts['upload']>;
  /** Frees what is kept in memory for showing. */
  dispose(): void;
}

const prefix = 'asset:';

export function createAssetStore(ports: AssetPorts): BoardAssets {
  const shown = new Map<string, Promise<string | null>>();

  const show = async (id: string): Promise<string | null> => {
    const answer = await ports.fetchAsset(id);
    if (!answer.ok) {
      // Tried again the next time it is drawn.
      shown.delete(id);
      return null;
    }
    return ports.urls.createObjectURL(answer.value);
  };

  const send: BoardAssets['send'] = async (picture) => {
    const answer = await ports.upload(picture);
    if (answer.ok) shown.set(answer.value.id, Promise.resolve(ports.urls.createObjectURL(picture)));
    return answer;
  };

  return {
    send,
    async upload(_asset, file) {
      const answer = await send(file);
      if (!answer.ok) {
        ports.onRefused(answer.code);
        throw new Error(`picture not taken: ${answer.code}`);
      }
      return { src: `${prefix}${answer.value.id}` };
    },
    resolve(asset) {
      const src = asset.props.src;
      if (!src?.startsWith(prefix)) return null;
      const id = src.slice(prefix.length);
      const known = shown.get(id) ?? show(id);
      shown.set(id, known);
      return known;
    },
    dispose() {
      for (const url of shown.values()) {
        void url.then((made) => made !== null && ports.urls.revokeObjectURL(made));
      }
      shown.clear();
    },
  };
}
