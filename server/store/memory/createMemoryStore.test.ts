import { storeContract } from '#server/store/contract/storeContract.ts';
import { createMemoryStore } from './createMemoryStore.ts';

storeContract('the memory store', async () => ({
  open: async (nowMs) => createMemoryStore({ nowMs }),
  openCopy: async (file) => createMemoryStore({ nowMs: () => 0, copyOf: file }),
  isDurable: false,
  dispose: async () => {},
}));
