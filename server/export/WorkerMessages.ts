/** What the thread of an export and the server say to each other. */

export type WorkerAsk =
  /** before the first piece */
  | { readonly kind: 'planned'; readonly count: number }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  | { readonly kind: 'asset'; readonly id: string }
  | { readonly kind: 'done' };

/** The answer to `asset`. */
export interface WorkerAnswer {
  readonly id: string;
  readonly asset: { readonly type: string; readonly bytes: Uint8Array } | null;
}
