/** A code has 38 bits, so on a server with many boards a new one can be taken already; then another is tried. */
import { newCode } from '#server/door/secrets/randomText.ts';
import { AlreadyStoredError } from '#server/store/storeErrors.ts';

const mostTries = 6;

/** `write` rejects with AlreadyStoredError where the code is taken, and has changed nothing then. */
export async function withNewCode<T>(write: (code: string) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write(newCode());
    } catch (error) {
      if (!(error instanceof AlreadyStoredError) || tries === mostTries) throw error;
    }
  }
}
