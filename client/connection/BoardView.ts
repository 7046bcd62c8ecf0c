/** What a screen needs to know about an open board. Plain data, made anew by the connection whenever something in it has changed. */
import type * as Y from 'yjs';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import type { Person } from '#shared/wire/messages.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { Line } from './line/Line.ts';
import type { SetAside } from './copy/OfflineCopy.ts';
import type { TakenWhy } from './refused/TakenBack.ts';

export type Notice =
  | { readonly id: number; readonly kind: 'undone'; readonly records: number; readonly reason?: PermitRefusal }
  | { readonly id: number; readonly kind: 'taken'; readonly why: TakenWhy; readonly entry: SetAside }
  | { readonly id: number; readonly kind: 'setAside'; readonly reason: string; readonly entry: SetAside }
  | { readonly id: number; readonly kind: 'noCopy' };

export type NewNotice = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never;

/** What the screen shows; a new object whenever something in it has changed. */
export interface BoardView {
  /** Changes when the document had to be rebuilt from the server: whoever shows it starts anew. */
  readonly doc: Y.Doc;
  readonly line: Line;
  /** There is something true to show: the server's document, or a complete copy on this device. */
  readonly isReady: boolean;
  readonly mayEdit: boolean;
  readonly title: string;
  /** As the server last said it; it can change while somebody is on the board. */
  readonly role: Role;
  readonly me: Person | null;
  readonly notices: readonly Notice[];
}
