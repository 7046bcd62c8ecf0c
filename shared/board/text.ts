/**
 * Text of a record as runs of a Y.Text, and back: plain strings, and tldraw's rich text as long as it is paragraphs. A paragraph ends with a
 * line feed that carries the paragraph's own attributes; marks are attributes of the characters. What this form cannot say *exactly*
 * (lists, headings, foreign nodes) is no text here: `richTextRuns` answers null and the caller keeps the value whole.
 */
import { same } from './same.ts';

/** Characters with the same attributes. Attributes: mark name -> true or the mark's own attributes; `paragraph` on a line feed. */
export interface Run {
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const paragraphKey = 'paragraph';
/** The order in which tldraw's editor lists marks; others follow by name. */
const markOrder = ['highlight', 'link', 'bold', 'code', 'italic', 'strike'];
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Runs of a plain string. */
export function plainRuns(text: string): Run[] {
  return text === '' ? [] : [{ text, attributes: {} }];
}

/** All characters of runs. */
export function plainOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** Runs of a rich text made of paragraphs only; null for what runs cannot say exactly. */
export function richTextRuns(richText: unknown): Run[] | null {
  if (
    !isObject(richText) ||
    richText['type'] !== 'doc' ||
    !Array.isArray(richText['content']) ||
    richText['content'].length === 0
  )
    return null;
  const runs: Run[] = [];
  for (const paragraph of richText['content'] as unknown[]) {
    if (!isObject(paragraph) || paragraph['type'] !== 'paragraph') return null;
    for (const node of Array.isArray(paragraph['content']) ? (paragraph['content'] as unknown[]) : []) {
      const run = runOf(node);
      if (!run) return null;
      runs.push(run);
    }
    runs.push({ text: '\n', attributes: isObject(paragraph['attrs']) ? { [paragraphKey]: paragraph['attrs'] } : {} });
  }
  return same(runsToRichText(runs), richText) ? runs : null;
}

function runOf(node: unknown): Run | null {
  if (!isObject(node) || node['type'] !== 'text' || typeof node['text'] !== 'string') return null;
  const attributes: Record<string, unknown> = {};
  for (const mark of Array.isArray(node['marks']) ? (node['marks'] as unknown[]) : []) {
    if (!isObject(mark) || typeof mark['type'] !== 'string') return null;
    attributes[mark['type']] = isObject(mark['attrs']) ? mark['attrs'] : true;
  }
  return { text: node['text'], attributes };
}

/** The one rich text that these runs mean; total, whatever two people's edits made of them. */
export function runsToRichText(runs: readonly Run[]): { type: 'doc'; content: unknown[] } {
  const content: unknown[] = [];
  let nodes: Array<{ type: 'text'; text: string; marks?: unknown[] }> = [];
  let open = false;
  const close = (attributes: Readonly<Record<string, unknown>>) => {
    const attrs = attributes[paragraphKey];
    content.push({
      type: 'paragraph',
      ...(isObject(attrs) ? { attrs } : {}),
      ...(nodes.length > 0 ? { content: nodes } : {}),
    });
    nodes = [];
    open = false;
  };
  for (const run of runs) {
    run.text.split('\n').forEach((line, index) => {
      if (index > 0) close(run.attributes);
      if (line === '') return;
      open = true;
      const marks = marksOf(run.attributes);
      const last = nodes.at(-1);
      if (last && same(last.marks ?? [], marks)) last.text += line;
      else nodes.push({ type: 'text', ...(marks.length > 0 ? { marks } : {}), text: line });
    });
  }
  if (open || content.length === 0) close({});
  return { type: 'doc', content };
}

function marksOf(attributes: Readonly<Record<string, unknown>>): unknown[] {
  const rank = (name: string) => (markOrder.includes(name) ? markOrder.indexOf(name) : markOrder.length);
  return Object.entries(attributes)
    .filter(([name, value]) => name !== paragraphKey && (value === true || isObject(value)))
    .toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([name, value]) => (value === true ? { type: name } : { type: name, attrs: value }));
}
