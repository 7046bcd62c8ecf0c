/**
 * Everything that reaches one person's browser and stays in it: frames of its sockets, answers of the server, storage, the
 * page, and the memory of the page. For asking whether something that somebody else wrote is anywhere in there.
 */
import type { Page } from '@playwright/test';
import type { BoardScreen } from './BoardScreen.ts';

export class Overheard {
  /** one text per frame or answer; binary is read byte by byte, and as UTF-8 */
  readonly messages: string[] = [];
  /** seat of this person, as it was sent */
  seat = '';
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.messages.push(textOf(payload)));
    });
    page.on('request', (request) => {
      const bearer = /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '')?.[1];
      if (bearer !== undefined) this.seat = bearer;
    });
    page.on('response', (response) => {
      if (!response.url().includes('/api/')) return;
      void response.body().then(
        (body) => this.messages.push(textOf(body)),
        // the page was reloaded before the answer was read
        () => undefined,
      );
    });
  }

  /** Listens from the very first frame: the page is loaded again. */
  static async to(screen: Pick<BoardScreen, 'page' | 'isLive'>): Promise<Overheard> {
    const overheard = new Overheard(screen.page);
    await screen.page.reload();
    await screen.isLive();
    return overheard;
  }

  /** Where any of the words are: in messages, storage, the page or its memory. */
  async find(...words: readonly string[]): Promise<string[]> {
    const places: [string, string][] = [
      ['messages', this.messages.join('\n')],
      ['storage', await this.#storage()],
      ['page', await this.#page.content()],
      ['memory', await this.#memory()],
    ];
    return places.flatMap(([place, text]) =>
      words.filter((word) => text.includes(word)).map((word) => `${place}: ${word}`),
    );
  }

  #storage(): Promise<string> {
    return this.#page.evaluate(async () => {
      const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error ?? new Error('the storage cannot be read')));
        });
      const read = (value: unknown): string => {
        if (value instanceof ArrayBuffer) return read(new Uint8Array(value));
        if (value instanceof Uint8Array) return new TextDecoder().decode(value);
        if (Array.isArray(value)) return value.map(read).join('\n');
        if (typeof value === 'object' && value !== null) return Object.values(value).map(read).join('\n');
        return String(value);
      };
      for (const { name } of await indexedDB.databases()) {
        if (name === undefined) continue;
        const database = await done(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          const all = await done(database.transaction(store).objectStore(store).getAll());
          found.push(read(all));
        }
        database.close();
      }
      for (const cache of await caches.keys()) found.push(cache);
      return found.join('\n');
    });
  }

  /** A snapshot of the heap holds every string of the page's program. */
  async #memory(): Promise<string> {
    const session = await this.#page.context().newCDPSession(this.#page);
    const chunks: string[] = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    await session.detach();
    return chunks.join('');
  }
}

function textOf(payload: string | Buffer): string {
  return typeof payload === 'string' ? payload : payload.toString('utf8');
}
