/** Images that wait for the server, in the browser's IndexedDB: a database beside the copy of the board. */
import { databaseAnswer } from './copyDisk.ts';

/** As it is called on devices that have one. */
const store = 'pictures';

/** `P` is stored as it is. */
export interface ImageShelf<P> {
  all(): Promise<readonly P[]>;
  put(image: P): Promise<void>;
  remove(id: string): Promise<void>;
}

export function imageShelf<P extends { readonly id: string }>(factory: IDBFactory, name: string): ImageShelf<P> {
  let opening: Promise<IDBDatabase> | null = null;
  const open = (): Promise<IDBDatabase> => {
    opening ??= openDatabase(factory, name, () => {
      opening = null;
    });
    return opening;
  };
  const inStore = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
    (await open()).transaction(store, mode).objectStore(store);
  return {
    all: async () => databaseAnswer<P[]>((await inStore('readonly')).getAll()),
    put: async (image) => {
      await databaseAnswer((await inStore('readwrite')).put(image));
    },
    remove: async (id) => {
      await databaseAnswer((await inStore('readwrite')).delete(id));
    },
  };
}

async function openDatabase(factory: IDBFactory, name: string, onClosed: () => void): Promise<IDBDatabase> {
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
  const database = await databaseAnswer(request);
  // somebody wants to delete it: give way
  database.addEventListener('versionchange', () => {
    database.close();
    onClosed();
  });
  return database;
}
