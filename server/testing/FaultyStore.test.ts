import { beforeEach, describe, expect, it } from 'vitest';
import { storeContract } from '#server/store/contract/storeContract.ts';
import { newBoard } from '#server/store/contract/rows.ts';
import { createMemoryStore } from '#server/store/memory/createMemoryStore.ts';
import { FaultyStore } from './FaultyStore.ts';

storeContract('the faulty store without faults', async () => ({
  open: async (nowMs) => new FaultyStore(createMemoryStore({ nowMs })),
  openCopy: async (file) => new FaultyStore(createMemoryStore({ nowMs: () => 0, copyOf: file })),
  isDurable: false,
  dispose: async () => {},
}));

describe('the faulty store', () => {
  const board = newBoard();
  const entry = { update: Uint8Array.of(2), claims: [] };
  let store: FaultyStore;

  beforeEach(async () => {
    store = new FaultyStore(createMemoryStore({ nowMs: () => 0 }));
    await store.createBoard(board, Uint8Array.of(1));
  });

  const version = async () => (await store.loadDocument(board.id))?.version;

  it('[STORE-13] while full refuses every write, keeps reading, and goes on when there is room', async () => {
    store.isFull = true;
    await expect(store.append(board.id, entry)).rejects.toMatchObject({ name: 'StorageFullError' });
    expect(await version()).toBe(1);
    store.isFull = false;
    expect(await store.append(board.id, entry)).toBe(2);
  });

  it('fails the next call of a kind only, and as often as asked', async () => {
    store.fail('loadDocument');
    store.fail('loadDocument', new Error('again'));
    await expect(store.loadDocument(board.id)).rejects.toThrow('as the test asked');
    await expect(store.loadDocument(board.id)).rejects.toThrow('again');
    expect(await version()).toBe(1);
  });

  it('loses an answer and keeps the change', async () => {
    store.loseAnswer('append');
    await expect(store.append(board.id, entry)).rejects.toThrow('is lost');
    expect(await version()).toBe(2);
  });

  it('holds calls until they are released', async () => {
    const release = store.hold('append');
    const held = store.append(board.id, entry);
    await store.updateBoard(board.id, { title: 'meanwhile' });
    expect(await version()).toBe(1);
    release();
    expect(await held).toBe(2);
    expect(store.calls.filter((call) => call === 'append')).toHaveLength(1);
  });
});
