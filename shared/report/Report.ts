/**
 * A report as a list of parts that every file format can show: DOCX, Markdown and PDF write the same list, so they say the
 * same (decision 0149).
 */
import type { Picture } from '../picture/Picture.ts';

/** How a cell looks beside its words; never the only sign. */
export type CellMark = 'gap' | 'thin' | 'covered' | 'strong' | 'quiet';

export interface Cell {
  /** may have several lines */
  readonly text: string;
  readonly mark?: CellMark;
}

export interface Column {
  readonly label: string;
  /** part of the width, compared with the other columns */
  readonly width: number;
  readonly align?: 'start' | 'center' | 'end';
}

export interface TableBlock {
  readonly kind: 'table';
  /** empty where the heading before it says the same */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface PictureBlock {
  readonly kind: 'picture';
  /** name of its file in the pack, without the ending */
  readonly name: string;
  readonly picture: Picture;
  /** how much of a page it may take: `page`, what is there; `half`, a good half; `wide`, the width of the text and a quarter */
  readonly size: 'page' | 'half' | 'wide';
}

export interface ListItem {
  /** set off before the rest */
  readonly lead?: string;
  readonly text: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string; readonly tone?: 'quiet' | 'large' }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | TableBlock
  | PictureBlock;

export interface Report {
  readonly language: string;
  readonly title: string;
  /** what kind of report it is */
  readonly kicker: string;
  readonly place: string;
  /** Of which moment: day, time, zone. */
  readonly state: string;
  /** How the people in it may change what it says, and what is left out. */
  readonly notes: readonly string[];
  /** Few numbers for a cover. */
  readonly numbers: readonly { readonly value: string; readonly label: string }[];
  readonly goal: string;
  readonly blocks: readonly Block[];
}
