/** Interests in columns, where there are too many for a table: as many as are read, and the number of the others. */
import { representativeKinds } from '#shared/kinds/values.ts';
import type { BlockForm, PlacedBlock } from '../../views/table/TableLayout.ts';
import { blockPart, countsOf, type DrawnTable, type TableOptions } from './tableParts.ts';
import type { PaperPart } from './Paper.ts';
import { setText } from './setText.ts';
import type { TableFacts, TableInterest } from './tableFacts.ts';
import type { BlockContent, FormLook } from './blockForms.ts';
import { chairForms } from './chairForms.ts';
import { headingForms } from './headingForms.ts';

const gap = 8;

/** In the rectangle around the table. */
export function listTable(
  { interests }: TableFacts,
  look: FormLook,
  { shape: { a, b }, style, words, palette }: TableOptions,
): Pick<DrawnTable, 'ground' | 'parts'> {
  const columns = Math.max(2, Math.floor((2 * a) / (look.mostWidth * 1.15 + gap)));
  const width = (2 * a - gap * (columns - 1)) / columns;
  const lastLine = look.size * 1.5;
  const items: PaperPart[] = [];
  let [column, y] = [0, -b];
  for (const interest of interests) {
    const blocks = blocksOf(interest, { ...look, mostWidth: width / 1.15 }, style);
    const height = blocks.reduce((sum, one) => sum + one.height + gap / 2, 0);
    if (y + height > b - lastLine) {
      column += 1;
      y = -b;
    }
    if (column >= columns || height > 2 * b - lastLine) break;
    const placed = blocks.map(({ width: own, height: high, content }): PlacedBlock<BlockContent> => {
      const box = { x: -a + column * (width + gap) + (width - own) / 2, y, width: own, height: high };
      y += high + gap / 2;
      return { box, content };
    });
    y += gap;
    const [heading, ...chairs] = placed.map(blockPart);
    items.push({
      role: 'LI',
      parts: [
        { role: 'Lbl', ...heading },
        { role: 'LBody', parts: chairs.map((chair): PaperPart => ({ role: 'Span', ...chair })) },
      ],
    });
  }
  const rest = interests.length - items.length;
  const more = setText(
    rest === 0 ? '' : words.t('report.paper.moreInterests', { count: rest }),
    { size: look.size, weight: 600, fill: palette.soft },
    { x: -a, y: b - lastLine, width: 2 * a, mostLines: 1 },
  );
  return {
    ground: [],
    parts: [{ role: 'L', parts: items }, ...(rest === 0 ? [] : [{ role: 'P', shapes: more.shapes } as const])],
  };
}

function blocksOf(
  interest: TableInterest,
  look: FormLook,
  style: TableOptions['style'],
): readonly BlockForm<BlockContent>[] {
  const headings = headingForms(interest, look, style === 'names', countsOf(interest, look.words));
  const chairs = style === 'cards' ? representativeKinds.filter((kind) => !interest.chairs[kind]) : [];
  return [headings.slice(0, 1), ...chairs.map((kind) => chairForms(kind, look).slice(0, 1))].flat();
}
