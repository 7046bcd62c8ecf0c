/** Short ways to write the parts of a report. */
import type { Block, Cell, CellMark, Column, ListItem, TableBlock } from './Report.ts';

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string, tone?: 'quiet' | 'large'): Block {
  return tone === undefined ? { kind: 'paragraph', text } : { kind: 'paragraph', text, tone };
}

/** A paragraph with its first words set off. */
export function led(lead: string, text: string): Block {
  return { kind: 'paragraph', lead, text };
}

export function list(items: readonly (string | ListItem)[]): readonly Block[] {
  if (items.length === 0) return [];
  return [{ kind: 'list', items: items.map((item) => (typeof item === 'string' ? { text: item } : item)) }];
}

/** Facts that are known; the others are left out. */
export function facts(rows: readonly (readonly [string, string | null])[]): readonly Block[] {
  const known = rows.flatMap(([label, value]): readonly (readonly [string, string])[] =>
    value === null || value.trim() === '' ? [] : [[label, value]],
  );
  return known.length === 0 ? [] : [{ kind: 'facts', rows: known }];
}

export function cell(text: string, mark?: CellMark): Cell {
  return mark === undefined ? { text } : { text, mark };
}

export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | Cell)[])[],
): TableBlock {
  return {
    kind: 'table',
    caption,
    columns,
    rows: rows.map((row) => row.map((one) => (typeof one === 'string' ? { text: one } : one))),
  };
}

export function column(label: string, width: number, align?: Column['align']): Column {
  return align === undefined ? { label, width } : { label, width, align };
}
