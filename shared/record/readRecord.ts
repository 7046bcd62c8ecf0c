/** Reads what a store keeps. */
import * as v from 'valibot';
import { RecordContent, type RecordEntry } from './RecordEntry.ts';

export interface ReadRecord {
  readonly entries: readonly RecordEntry[];
  /** ids of rows that nobody understands */
  readonly strange: readonly string[];
}

export function readRecord(
  rows: readonly { readonly id: string; readonly atMs: number; readonly content: string }[],
): ReadRecord {
  const read = rows.map(({ id, atMs, content }) => ({ id, at: atMs, content: contentOf(content) }));
  return {
    entries: read.flatMap(({ id, at, content }) => (content === null ? [] : [{ id, at, content }])),
    strange: read.flatMap(({ id, content }) => (content === null ? [id] : [])),
  };
}

function contentOf(text: string): RecordContent | null {
  try {
    const read = v.safeParse(RecordContent, JSON.parse(text));
    return read.success ? read.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
