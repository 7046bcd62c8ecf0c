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
  // kept when the transaction is through: a page that closes before takes what it wrote with it
  const write = async (act: (images: IDBObjectStore) => IDBRequest): Promise<void> => {
    const transaction = (await open()).transaction(store, 'readwrite');
    const isThrough = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the image cannot be kept')));
    });
    act(transaction.objectStore(store));
    await isThrough;
  };
  return {
    all: async () => databaseAnswer<P[]>((await open()).transaction(store).objectStore(store).getAll()),
    put: (image) => write((images) => images.put(image)),
    remove: (id) => write((images) => images.delete(id)),
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
