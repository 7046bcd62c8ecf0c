/** The rounded table on a sheet: with all names, or with headings and counts where names would not be read. */
import type { Shape } from '../../drawings/Shape.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { layoutTable } from '../../views/table/layoutTable.ts';
import type { PlacedWedge, TableWedge } from '../../views/table/TableLayout.ts';
import { listTable } from './listTable.ts';
import type { PaperPart } from './Paper.ts';
import { dividerPath, rimPath, wedgeGround, wholeRim } from '../../drawings/rimPath.ts';
import { setText } from './setText.ts';
import type { TableFacts, TableInterest } from './tableFacts.ts';
import { blockPart, countsOf, type DrawnTable, type TableOptions } from './tableParts.ts';
import type { BlockContent, FormLook } from './blockForms.ts';
import { cardForms } from './cardForms.ts';
import { chairForms } from './chairForms.ts';
import { headingForms } from './headingForms.ts';
import { nameForms } from './nameForms.ts';

/** Above this only headings and counts stand there. */
const mostNames = 60;

type Placed = PlacedWedge<BlockContent, BlockContent>;

/** With all names, its middle at the origin; null where there are too many, or they find no room. */
export function namedTable(facts: TableFacts, options: TableOptions): DrawnTable | null {
  return facts.placements > mostNames ? null : tableWith('names', facts, options);
}

/** With how many there are; where not even headings find room, a list. */
export function countedTable(facts: TableFacts, options: TableOptions): DrawnTable {
  const found = tableWith('counts', facts, options);
  if (found !== null) return found;
  const size = options.sizes.at(-1) ?? 0;
  return { form: 'list', size, ...listTable(facts, lookAt(size, options), options) };
}

function tableWith(form: 'names' | 'counts', facts: TableFacts, options: TableOptions): DrawnTable | null {
  const found = layoutTable(options.shape, options.sizes, (size) =>
    facts.interests.map((interest) => wedgeOf(interest, form, lookAt(size, options), options)),
  );
  return found === null ? null : { form, size: found.size, ...drawn(found.wedges, facts, options) };
}

function lookAt(size: number, { words, palette, headingSize, style, shape }: TableOptions): FormLook {
  const mostWidth = Math.min(size * (style === 'cards' ? 17 : 16), shape.a * 0.7);
  return { words, palette, size, headingSize: headingSize(size), mostWidth };
}

function wedgeOf(
  interest: TableInterest,
  form: 'names' | 'counts',
  look: FormLook,
  { style }: TableOptions,
): TableWedge<BlockContent, BlockContent> {
  const names =
    form === 'counts'
      ? []
      : interest.names.map((name) => (style === 'cards' ? cardForms(name, look) : nameForms(name, look)));
  const chairs = style === 'cards' ? representativeKinds.filter((kind) => !interest.chairs[kind]) : [];
  return {
    id: interest.id,
    heading: headingForms(interest, look, style === 'names', form === 'counts' ? countsOf(interest, look.words) : ''),
    blocks: [...names, ...chairs.map((kind) => chairForms(kind, look))],
  };
}

function drawn(
  wedges: readonly Placed[],
  { interests }: TableFacts,
  options: TableOptions,
): Pick<DrawnTable, 'ground' | 'parts'> {
  const { shape, palette, goal } = options;
  const known = new Map(interests.map((interest) => [interest.id, interest]));
  const ground: Shape[] = [
    { kind: 'path', d: wholeRim(shape), fill: palette.wedge, stroke: palette.awayLine, strokeWidth: 0.7 },
    ...wedges.flatMap(({ id, edges }): readonly Shape[] =>
      isOnlyAway(known.get(id)) ? [{ kind: 'path', d: wedgeGround(shape, edges), fill: onlyAway }] : [],
    ),
    ...wedges.flatMap(({ edges: { from } }): readonly Shape[] =>
      from === null ? [] : [{ kind: 'path', d: dividerPath(from), stroke: palette.wedgeLine, strokeWidth: 1.3 }],
    ),
    ...wedges.flatMap(({ id, edges }) =>
      known.get(id)?.isEssential === true ? essentialRim(shape, edges, palette) : [],
    ),
  ];
  const goalPart: PaperPart = { role: 'P', shapes: goal };
  if (wedges.length === 0) {
    const { shapes, lines } = emptyTable(options);
    return { ground: [...ground, ...lines], parts: [goalPart, { role: 'P', shapes }] };
  }
  return { ground, parts: [goalPart, { role: 'L', parts: wedges.map(itemOf) }] };
}

/** Of a wedge in which nobody is at the table yet. */
const onlyAway = '#f6efdf';

function isOnlyAway(interest: TableInterest | undefined): boolean {
  return interest !== undefined && interest.names.length > 0 && !interest.names.some(({ isHere }) => isHere);
}

/** White under the pair, so that it reads as two lines. */
function essentialRim(
  { a, b }: TableOptions['shape'],
  { start, end }: Placed['edges'],
  palette: TableOptions['palette'],
): readonly Shape[] {
  const line = { kind: 'path', stroke: palette.rim, strokeWidth: 1.2 } as const;
  return [
    { kind: 'path', d: rimPath({ a: a + 1.4, b: b + 1.4 }, start, end, 2), stroke: '#ffffff', strokeWidth: 5 },
    { ...line, d: rimPath({ a, b }, start, end, 2.5) },
    { ...line, d: rimPath({ a: a + 2.8, b: b + 2.8 }, start, end, 2.5) },
  ];
}

/** Before the first interest: the question, and on the wall lines for the first ones. */
function emptyTable({ shape: { a, b, ring }, style, sizes, headingSize, palette, words }: TableOptions) {
  const look = { size: headingSize(sizes.at(-1) ?? 0), weight: 600, fill: palette.soft, anchor: 'middle' } as const;
  const { shapes } = setText(words.texts.paper.noInterests, look, {
    x: 0,
    y: (ring + b) / 2 - look.size,
    width: a,
    isEven: true,
  });
  const places =
    style === 'cards' ? [-0.5, 0, 0.5].flatMap((y) => [-0.6, 0.6].map((x) => ({ x: x * a, y: y * b }))) : [];
  const half = a * 0.2;
  const lines = places.map(({ x, y }): Shape => ({
    kind: 'path',
    d: `M${x - half} ${y}h${half * 2}`,
    stroke: palette.ink,
    strokeWidth: 0.9,
  }));
  return { shapes, lines };
}

function itemOf({ heading, blocks }: Placed): PaperPart {
  return {
    role: 'LI',
    parts: [
      { role: 'Lbl', ...blockPart(heading) },
      { role: 'LBody', parts: blocks.map((block): PaperPart => ({ role: 'Span', ...blockPart(block) })) },
    ],
  };
}
