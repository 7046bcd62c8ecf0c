/** How wide each wedge is, and in which letters cards are written: the largest in which every wedge holds its cards. */
import { shareTable } from '../table/layoutTable.ts';
import { holdsAlike } from '../table/packWedge.ts';
import type { BlockForms, TableShape, TableWedge, WedgeEdges } from '../table/TableLayout.ts';
import { plainForms, roomOf, scaledForms, usualWish, type CardForm } from './cardForm.ts';
import { cardStyle, frameTable, type CardStyle } from './frameMeasures.ts';
import { chairBoxes, type HeadingForm } from './placeHeading.ts';

export interface TablePlan {
  readonly step: number;
  readonly style: CardStyle;
  readonly wedges: readonly PlannedWedge[];
}

export interface PlannedWedge {
  readonly edges: WedgeEdges;
  /** how many cards of usual size it was laid out for */
  readonly wanted: number;
}

export interface WedgeWish {
  readonly id: string;
  readonly headings: (style: CardStyle) => BlockForms<HeadingForm>;
  /** of cards of usual size, when they are written in this style */
  readonly wanted: (style: CardStyle) => number;
  /** more of them for which there has to be room, since the wedge turned out too small */
  readonly grown: () => number;
}

/** Part of the table that cards cover where it is just full. */
const usualCover = 0.5;
/** Of the cards for which a wedge is planned so many stand in even rows; packing finds room for the others. */
const inRows = 0.72;

/** A plan need not look as closely. */
const planTable: TableShape = { ...frameTable, step: 6 };

const usualOf = new Map<string, readonly CardForm[]>();

export function usualForms(style: CardStyle): BlockForms<CardForm> {
  const { scale, ...form } = style;
  const key = JSON.stringify(form);
  const plain = usualOf.get(key) ?? plainForms(usualWish, style);
  usualOf.set(key, plain);
  return scaledForms(plain, scale);
}

/** A step that holds everything, while the one before it, with larger letters, does not; `from`: larger ones were tried already. */
export function tablePlan(wishes: readonly WedgeWish[], from: number | null): TablePlan {
  if (wishes.length === 0) return { step: 0, style: cardStyle(0), wedges: [] };
  let step = from ?? likelyStep(wishes);
  let found = planAt(step, wishes);
  if (found !== null) {
    if (from !== null) return found;
    for (let larger = found; step > 0; found = larger) {
      step -= 1;
      const next = planAt(step, wishes);
      if (next === null) break;
      larger = next;
    }
    return found;
  }
  for (let stride = 1; found === null; stride += 1) {
    step += Math.ceil(stride / 4);
    found = planAt(step, wishes);
  }
  return found;
}

/** By the room that cards take. */
function likelyStep(wishes: readonly WedgeWish[]): number {
  const all = 3.78 * frameTable.a * frameTable.b - Math.PI * frameTable.ring ** 2 - wishes.length * 6000;
  for (let step = 0; ; step += 1) {
    const style = cardStyle(step);
    const room = roomOf(usualForms(style));
    const cards = wishes.reduce((sum, { wanted }) => sum + wanted(style), 0);
    if (cards * room <= Math.max(all, 1e5) * usualCover) return step;
  }
}

function planAt(step: number, wishes: readonly WedgeWish[]): TablePlan | null {
  const style = cardStyle(step);
  const usual = usualForms(style);
  const wanted = wishes.map((wish) => wish.wanted(style));
  const wedges = wishes.map(({ id, headings }, at): TableWedge<HeadingForm, CardForm> => ({
    id,
    heading: headings(style),
    blocks: Array.from({ length: wanted[at] ?? 0 }, () => usual),
    atRim: chairBoxes,
  }));
  const shared = shareTable(planTable, wedges, (edges, at) => {
    const [wedge, count] = [wedges[at], wanted[at] ?? 0];
    if (wedge === undefined) throw new Error(`there is no wedge ${at}`);
    const held = holdsAlike(planTable, edges, wedge, usual);
    const lack = count * inRows + (wishes[at]?.grown() ?? 0) - held;
    return { left: Math.max(0, lack) / (count + 1), made: { edges, wanted: count } };
  });
  return shared === null ? null : { step, style, wedges: shared };
}
