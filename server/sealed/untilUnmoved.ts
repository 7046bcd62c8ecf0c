import { MovedError } from '#server/store/storeErrors.ts';

/** Reads, makes and writes; again where what was read is not there any more. */
export async function untilUnmoved<T>(run: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof MovedError)) throw error;
    }
  }
}
