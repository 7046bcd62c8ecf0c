/** In place of commits where another connection writes. */
import type { CommitGroup } from '../WriteQueue.ts';

/** Only the connection that writes can do this. */
export class WriterNeededError extends Error {
  override readonly name = 'WriterNeededError';
}

export const refuseWrites: CommitGroup = () => {
  throw new WriterNeededError('this connection only reads');
};
