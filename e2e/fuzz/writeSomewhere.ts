/** Types into the text that a shape has: at a random place, over a random part, as an open text editor would. */
import { toRichText, type Editor, type TLShape } from '@tldraw/tldraw';
import { richTextRuns } from '#shared/board/text.ts';
import type { Random } from '#shared/testing/random.ts';

export function writeSomewhere(editor: Editor, shape: TLShape, random: Random, what: string): void {
  const props: Readonly<Record<string, unknown>> = { ...shape.props };
  const field = ['richText', 'text', 'name'].find((name) => name in props);
  if (field === undefined) return;
  const before = field === 'richText' ? plainOf(props[field]) : String(props[field]);
  const at = random.below(before.length + 1);
  const over = random.chance(0.3) ? random.below(4) : 0;
  const typed = field === 'richText' && random.chance(0.2) ? `${what}\n` : what;
  const after = before.slice(0, at) + typed + before.slice(at + over);
  const value = field === 'richText' ? toRichText(after) : after;
  editor.updateShape({ id: shape.id, type: shape.type, props: { [field]: value } });
}

/** Rich text that is more than paragraphs is written over. */
function plainOf(richText: unknown): string {
  const text = (richTextRuns(richText) ?? []).map((run) => run.text).join('');
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}
