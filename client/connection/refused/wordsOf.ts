/** The words in things that were taken back, to be copied: one text a line, as they stand in a small document (`OwnThings`). */
import * as Y from 'yjs';
import { holdersIn } from './OwnThings.ts';

/** Fields in which people write. */
const wordFields: ReadonlySet<string> = new Set(['name', 'title', 'role_title', 'label', 'statement', 'text', 'note']);

export function wordsOf(update: Uint8Array): string {
  const things = new Y.Doc();
  Y.applyUpdate(things, update);
  const lines = holdersIn(things).flatMap(([, holder]) =>
    [...holder.values()].flatMap((thing) => (thing instanceof Y.Map ? wordsIn(thing) : [])),
  );
  things.destroy();
  return lines.join('\n');
}

function wordsIn(thing: Y.Map<unknown>): string[] {
  const said = [...thing].map(([field, value]) => {
    if (value instanceof Y.Text) return value.toString();
    // rich text that is more than paragraphs
    if (field === 'props.richText') return lettersIn(value).join('');
    return wordFields.has(field) && typeof value === 'string' ? value : '';
  });
  return said.map((text) => text.trim()).filter((text) => text !== '');
}

function lettersIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { text, content, type }: { text?: unknown; content?: unknown; type?: unknown } = node;
  const inner = Array.isArray(content) ? content.flatMap(lettersIn) : [];
  return [...(typeof text === 'string' ? [text] : []), ...inner, ...(type === 'paragraph' ? ['\n'] : [])];
}
