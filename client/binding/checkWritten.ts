/**
 * Whether tldraw's text editor can read a rich text. tldraw's validator lets everything through that has a type and a content,
 * and an unknown node or mark then throws wherever fonts or sizes are looked for: on every page, before anything is drawn.
 */
import { getSchema } from '@tiptap/core';
import { tipTapDefaultExtensions } from '@tldraw/tldraw';

let schema: ReturnType<typeof getSchema> | null = null;

/** Throws, with what is wrong, for what cannot be read. */
export function checkWritten(richText: unknown): void {
  schema ??= getSchema(tipTapDefaultExtensions);
  if (schema.nodeFromJSON(richText).type !== schema.topNodeType) throw new Error('not a text');
}
