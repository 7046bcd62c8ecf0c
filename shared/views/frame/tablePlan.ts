/** How wide each wedge is, and in which letters cards are written: the largest in which every wedge holds its cards. */
import { holdsAlike } from '../table/packWedge.ts';
import { wedgeEdges } from '../table/roundedTable.ts';
import type { BlockForms, TableShape, WedgeEdges } from '../table/TableLayout.ts';
import { plainForms, roomOf, scaledForms, usualWish, type CardForm } from './cardForm.ts';
import { cardStyle, frameTable, keepsPlaces, type CardStyle } from './frameMeasures.ts';
import { chairBoxes, type HeadingForm } from './placeHeading.ts';

export interface TablePlan {
  readonly step: number;
  readonly style: CardStyle;
  /** of the table, for each wedge */
  readonly shares: readonly number[];
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
  /** cards of usual size that take as much room as those that stand there */
  readonly count: number;
  /** of such cards, when they are written in this style */
  readonly wanted: (style: CardStyle) => number;
  /** more of them for which there has to be room, since the wedge turned out too small */
  readonly grown: () => number;
}

/** Part of the table that cards cover where it is just full: more where many of them share a wedge. */
const usualCover = 0.3;
const coverPerCard = 0.008;
/** Of the cards for which a wedge is laid out so many have to stand in even rows, since packing finds room for others. */
const perCard = 0.92;
/** While letters can be large there is room for those that may come; later for those that are there. */
const beyondRows = { few: 0.8, many: 1.6 };
/** Room that a wedge without cards asks for, with its heading. */
const fewest = 9000;

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

/** The largest letters with which all of it finds room; `before`: what turned out too small for one wedge. */
export function tablePlan(wishes: readonly WedgeWish[], before: TablePlan | null): TablePlan {
  if (wishes.length === 0) return { step: 0, style: cardStyle(0), shares: [], wedges: [] };
  let tried = divide(before?.step ?? likelyStep(wishes), wishes, before?.shares ?? null);
  /** This step and all before it have letters that are too large. */
  let tooLarge = before === null ? -1 : before.step - 1;
  while (tried.plan === null) {
    tooLarge = tried.step;
    tried = divideNext(stepFor(tried), tried, wishes);
  }
  let { plan } = tried;
  while (plan.step - 1 > tooLarge) {
    const larger = divideNext(plan.step - 1, plan, wishes);
    if (larger.plan === null) break;
    plan = larger.plan;
  }
  return plan;
}

/** Begins with what was found for another step, unless that had other counts to fulfil: what is kept for cards that may come hangs on nothing else. */
function divideNext(step: number, from: Pick<Divided, 'step' | 'shares'>, wishes: readonly WedgeWish[]): Divided {
  const isAlike = keepsPlaces(cardStyle(step)) === keepsPlaces(cardStyle(from.step));
  return divide(step, wishes, isAlike ? from.shares : null);
}

/** By the room that cards take. */
function likelyStep(wishes: readonly WedgeWish[]): number {
  const all = 3.78 * frameTable.a * frameTable.b - Math.PI * frameTable.ring ** 2 - wishes.length * 6000;
  for (let step = 0; ; step += 1) {
    const style = cardStyle(step);
    const room = roomOf(usualForms(style));
    const cards = wishes.reduce((sum, { wanted }) => sum + neededOf(wanted(style), style), 0);
    const cover = usualCover + (coverPerCard * cards) / wishes.length;
    if (cards * room <= Math.max(all, 1e5) * cover) return step;
  }
}

/** The next one in which about so much more finds room. */
function stepFor({ step, level }: Divided): number {
  const room = roomOf(usualForms(cardStyle(step))) * Math.min(0.99, level);
  let next = step + 1;
  while (roomOf(usualForms(cardStyle(next + 1))) > room) next += 1;
  return next;
}

interface Divided {
  readonly step: number;
  /** Null: its letters are too large. */
  readonly plan: TablePlan | null;
  readonly shares: readonly number[];
  /** Part of what is needed that all wedges could hold alike. */
  readonly level: number;
}

const rounds = 6;
/** So near to what is needed is enough, since all of it is a glance. */
const enough = 0.985;
/** From this round on: where another form of a heading takes turns with the first it never becomes even. */
const calmRound = 3;
const nearlyEnough = 0.9;
/** What a wedge holds grows faster than its share, as its heading needs the same room: by this power of it, until more is known. */
const usualPower = 1.6;
/** In cards, so that wedges with few of them do not swing. */
const calm = 1.5;

/** Of a wedge at one of its shares: the part of what is needed that it holds. */
interface Seen {
  readonly share: number;
  readonly part: number;
  readonly power: number;
}

/** The table divided so that every wedge holds the same part of what it needs; no plan where that is less than all. */
function divide(step: number, wishes: readonly WedgeWish[], first: readonly number[] | null): Divided {
  const style = cardStyle(step);
  const usual = usualForms(style);
  const wanted = wishes.map((wish) => wish.wanted(style));
  const headings = wishes.map((wish) => wish.headings(style));
  let shares = first ?? wholeOf(wanted.map((count) => fewest + neededOf(count, style) * roomOf(usual)));
  let seen: readonly Seen[] = [];
  for (let round = 1; ; round += 1) {
    const edges = wedgeEdges(planTable, shares);
    seen = edges.map((one, at): Seen => {
      const held = holdsAlike(planTable, one, { heading: headings[at] ?? [], atRim: chairBoxes }, usual);
      const part = (held + calm) / (neededOf(wanted[at] ?? 0, style) + (wishes[at]?.grown() ?? 0) + calm);
      const share = shares[at] ?? 0;
      return { share, part, power: powerOf(seen[at], share, part) };
    });
    const level = levelOf(seen);
    const least = round < calmRound ? enough : round < rounds ? nearlyEnough : 0;
    if (level >= enough && seen.every(({ part }) => part >= least)) {
      const wedges = edges.map((one, at): PlannedWedge => ({ edges: one, wanted: wanted[at] ?? 0 }));
      return { step, plan: { step, style, shares, wedges }, shares, level: 1 };
    }
    if (
      round === rounds ||
      wishes.length === 1 ||
      (round > 1 && level < enough - 0.02) ||
      (round >= calmRound && level < enough)
    )
      return { step, plan: null, shares, level };
    shares = wholeOf(seen.map((one) => shareAt(one, level)));
  }
}

/** By which power of its share what a wedge holds grows, from what was seen of it before. */
function powerOf(before: Seen | undefined, share: number, part: number): number {
  if (before === undefined) return usualPower;
  const [by, more] = [Math.log(share / before.share), Math.log(part / before.part)];
  if (Math.abs(by) < 0.01) return before.power;
  return (before.power + Math.min(4, Math.max(1, more / by))) / 2;
}

/** The share at which a wedge holds this part of what it needs; in one round neither more than twice as much nor less than half. */
function shareAt({ share, part, power }: Seen, level: number): number {
  return share * Math.min(2, Math.max(0.5, (level / part) ** (1 / power)));
}

/** The part of what is needed that all wedges hold alike when they share the whole table. */
function levelOf(seen: readonly Seen[]): number {
  let [low, high] = [Math.min(...seen.map(({ part }) => part)), Math.max(...seen.map(({ part }) => part))];
  for (let round = 0; round < 12; round += 1) {
    const middle = (low + high) / 2;
    if (seen.reduce((sum, one) => sum + shareAt(one, middle), 0) > 1) high = middle;
    else low = middle;
  }
  return low;
}

/** What a wedge has to hold in even rows to be laid out for so many cards of usual size. */
function neededOf(wanted: number, style: CardStyle): number {
  return Math.max(wanted * 0.3, wanted * perCard - (keepsPlaces(style) ? beyondRows.few : beyondRows.many));
}

function wholeOf(parts: readonly number[]): readonly number[] {
  const all = parts.reduce((sum, one) => sum + one, 0);
  return parts.map((one) => one / all);
}
