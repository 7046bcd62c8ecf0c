/** What shapes that show the map have in common: an id made of the map's ids, and one text that people may write in place. */
import type { TLBaseShape } from '@tldraw/tldraw';

export type ProjectedShape = TLBaseShape<string, { text: string }>;
