/** What is asked of a table on paper, what comes of it, and its parts. */
import type { Shape } from '../../drawings/Shape.ts';
import type { ReportWords } from '../../picture/ReportWords.ts';
import type { FramePalette } from '../../views/frame/framePalette.ts';
import type { PlacedBlock, TableShape } from '../../views/table/TableLayout.ts';
import type { PaperPart } from './Paper.ts';
import type { TableInterest } from './tableFacts.ts';
import type { BlockContent } from './blockForms.ts';

export interface TableOptions {
  readonly words: ReportWords;
  readonly palette: FramePalette;
  readonly shape: TableShape;
  /** names as they are, or in cards with empty chairs to write on */
  readonly style: 'names' | 'cards';
  /** of names, in points, the largest first */
  readonly sizes: readonly number[];
  /** of a heading, for names of a size */
  readonly headingSize: (size: number) => number;
  /** drawn around the origin */
  readonly goal: readonly Shape[];
}

export interface DrawnTable {
  /** `names`: all of them; `counts`: how many; `list`: too many interests for a table */
  readonly form: 'names' | 'counts' | 'list';
  readonly size: number;
  readonly ground: readonly Shape[];
  readonly parts: readonly PaperPart[];
}

/** How many organizations stand there, and how many of them are not at the table. */
export function countsOf({ names }: TableInterest, words: ReportWords): string {
  const here = names.filter(({ isHere }) => isHere).length;
  const away = names.length - here;
  const { paper } = words.texts;
  const said = words.t('report.paper.here', { count: here });
  return away === 0 ? said : words.fill(paper.hereAndAway, { here: said, away });
}

export function blockPart({ box, content }: PlacedBlock<BlockContent>): Pick<PaperPart, 'shapes' | 'said'> {
  return { said: content.said, shapes: [{ kind: 'group', x: box.x, y: box.y, shapes: content.shapes }] };
}
