/** What is permitted just now as one of tldraw's signals, so that its parts look again when it changes. */
import { atom } from '@tldraw/tldraw';
import type { Permits } from '#shared/workshop/permits.ts';

export interface PermitsSignal {
  readonly get: () => Permits | null;
  readonly set: (permits: Permits | null) => void;
}

export function permitsSignal(): PermitsSignal {
  const permits = atom<Permits | null>('permits', null);
  return { get: () => permits.get(), set: (value) => void permits.set(value) };
}
