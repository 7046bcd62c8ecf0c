/** Deletions are taken from a board that is too large, too: that is the way out. */
import type { BoardView } from '#client/connection/BoardView.ts';
import { mayDo } from '#shared/wire/roles.ts';

export function mayRemove({ mayEdit, role, line }: Pick<BoardView, 'mayEdit' | 'role' | 'line'>): boolean {
  return mayEdit || (mayDo(role, 'administer') && line.kind === 'readOnly' && line.reason === 'documentTooLarge');
}
