/** An error as it may be logged. */
import * as v from 'valibot';

/** What reads JSON and checks it quotes what it read, and that is nobody's to see (SEALED-10). */
export function withoutContent(error: unknown): unknown {
  const quotes = error instanceof SyntaxError || error instanceof v.ValiError;
  return quotes ? new Error(`what is stored cannot be read (${error.name})`) : error;
}
