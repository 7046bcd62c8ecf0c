/** Makes names in a folder durable: new ones, changed ones, and that one is gone. */
import { open } from 'node:fs/promises';

/** Windows knows no sync of folders and writes the name with the file. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
