/** The frame's layout: wedges of a rounded table, headings, chairs and cards, as one pure function of what the map says. */
import { cardOrder, interestOrder } from './boardOrder.ts';
import { plainForms, roomOf, scaledForms, type CardForm } from './cardForm.ts';
import { fillWedge, packCards, type FilledWedge, type WedgeContent } from './fillWedge.ts';
import type { Box, FrameCard, FrameInput, FrameInterest, FrameLayout } from './FrameLayout.ts';
import {
  capacityFor,
  cardStyle,
  keepsPlaces,
  frameMeasures,
  frameTable,
  plainStyles,
  type CardStyle,
} from './frameMeasures.ts';
import { LayoutMemory } from './LayoutMemory.ts';
import { headingForms, scaledHeadings } from './placeHeading.ts';
import { tablePlan, usualForms, type PlannedWedge, type TablePlan, type WedgeWish } from './tablePlan.ts';

/** Half of a chair stands outside of the rim, as does the outer of its two lines. */
const around = frameMeasures.chair.size / 2 + 2;

/** The table with its chairs. */
export const tableBounds: Box = {
  x: -frameTable.a - around,
  y: -frameTable.b - around,
  width: 2 * (frameTable.a + around),
  height: 2 * (frameTable.b + around),
};

interface Group {
  readonly interest: FrameInterest;
  readonly cards: readonly FrameCard[];
}

/** Headings grow with the letters of cards, but not as much. */
const mostHeading = 1.25;

/** The same layout for the same map on every screen, whatever the order of the input. Cards of unknown interests are left out. */
export function layoutFrame(input: FrameInput, memory = new LayoutMemory()): FrameLayout {
  const groupOf = new Map<string, FrameCard[]>(input.interests.map(({ id }) => [id, []]));
  for (const card of input.cards) groupOf.get(card.interestId)?.push(card);
  const groups = [...input.interests]
    .sort(interestOrder)
    .map((interest): Group => ({ interest, cards: (groupOf.get(interest.id) ?? []).sort(cardOrder) }));
  const { plan, wedges } = fillTable(groups, memory);
  memory.turn();
  return {
    goalRadius: frameMeasures.goal,
    step: plan.step,
    style: plan.style,
    wedges: wedges.flatMap(({ edges, heading, chairs, places }, index) => {
      const interest = groups[index]?.interest;
      return interest === undefined ? [] : [{ interestId: interest.id, index, edges, heading, chairs, places }];
    }),
    cards: wedges.flatMap(({ cards }) => cards),
    bounds: tableBounds,
  };
}

/** In cards of usual size, for each that found no room; more from time to time, so that it comes to an end soon. */
const growth = 0.6;
const haste = 0.5;

/** Fills the wedges; one whose cards find no room, as between hands, is laid out for more cards than it has. */
function fillTable(
  groups: readonly Group[],
  memory: LayoutMemory,
): { readonly plan: TablePlan; readonly wedges: readonly FilledWedge[] } {
  const grown = groups.map(() => 0);
  const wishes = groups.map((group, index) =>
    wishOf(group, { interests: groups.length, grown: () => grown[index] ?? 0 }, memory),
  );
  const contents = groups.map(({ interest, cards }) => JSON.stringify([interest.title, cards]));
  let before: TablePlan | null = null;
  // a plan hangs on numbers alone, and on what was tried before it
  let key = JSON.stringify([
    groups.map(({ interest }) => interest.title),
    wishes.map(({ count }) => capacitiesFor(count)),
  ]);
  for (let round = 0; ; round += 1) {
    const earlier: TablePlan | null = before;
    const plan: TablePlan = memory.plans.get(key, () => tablePlan(wishes, earlier));
    const all = plan.wedges.map((wedge, index): ToFill => {
      const [group, wish] = [groups[index], wishes[index]];
      if (group === undefined || wish === undefined) throw new Error(`no wedge ${index}`);
      const { start, end } = wedge.edges;
      const content = contentOf(group.cards, wish, wedge, plan.style, memory);
      return { wedge, key: `${plan.step} ${start} ${end} ${wedge.wanted} ${contents[index] ?? ''}`, content };
    });
    const { wedges, lacking } = fillAll(all, plan.style, memory);
    if (lacking.every((count) => count === 0)) return { plan, wedges };
    for (const [index, count] of lacking.entries())
      if (count > 0) grown[index] = (grown[index] ?? 0) + count * growth * (1 + round * haste);
    before = plan;
    key += ` ${grown.join(' ')}`;
  }
}

interface ToFill {
  readonly wedge: PlannedWedge;
  readonly key: string;
  readonly content: WedgeContent;
}

/** How many cards of each wedge find no room; none of any where there are wedges. */
function fillAll(
  all: readonly ToFill[],
  style: CardStyle,
  memory: LayoutMemory,
): { readonly wedges: readonly FilledWedge[]; readonly lacking: readonly number[] } {
  // all of them are packed before any is finished: most that do not fit show here
  const packed = all.map(({ wedge, key, content }) =>
    memory.packed.get(key, () => packCards(wedge.edges, content, style)),
  );
  const lacking = packed.map((cards) => (typeof cards === 'number' ? cards : 0));
  if (lacking.some((count) => count > 0)) return { wedges: [], lacking };
  const filled = all.map(({ wedge, key, content }, index) => {
    const cards = packed[index];
    if (cards === undefined || typeof cards === 'number') return null;
    return memory.wedges.get(key, () => fillWedge(wedge, content, cards));
  });
  return { wedges: filled.flatMap((wedge) => wedge ?? []), lacking: filled.map((wedge) => (wedge === null ? 1 : 0)) };
}

function contentOf(
  cards: readonly FrameCard[],
  { headings, count }: WedgeWish,
  { wanted }: PlannedWedge,
  style: CardStyle,
  memory: LayoutMemory,
): WedgeContent {
  const plain = cards.map((card) => formsOf(card, style, memory));
  return {
    headings: headings(style),
    cards,
    forms: plain.map((forms) => scaledForms(forms, style.scale)),
    // with small letters all of the room is for those that are there
    more: keepsPlaces(style) ? Math.max(0, Math.floor(wanted - count)) : 0,
  };
}

function formsOf(card: FrameCard, style: CardStyle, memory: LayoutMemory): readonly CardForm[] {
  const key = `${styleKey(style)} ${card.tokenCount} ${card.hasState} ${card.name}`;
  return memory.forms.get(key, () => plainForms(card, style));
}

/** How many cards of usual size take as much room, always written in full: so one more of them is one more in any style. */
function usualCards(cards: readonly FrameCard[], memory: LayoutMemory): number {
  const usual = roomOf(usualForms(plainStyle));
  const rooms = cards.map((card) => roomOf(formsOf(card, plainStyle, memory)));
  return Math.max(rooms.reduce((sum, room) => sum + room, 0) / usual, cards.length * 0.8);
}

const [plainStyle = cardStyle(0)] = plainStyles;

/** So much of a card more than there is room for is no reason to ask for more. */
const spare = 0.35;

function wishOf(
  { interest: { id, title }, cards }: Group,
  { interests, grown }: { readonly interests: number; readonly grown: () => number },
  memory: LayoutMemory,
): WedgeWish {
  const smaller = Math.min(1, frameMeasures.plainInterests / interests);
  const count = usualCards(cards, memory);
  return {
    id,
    count,
    headings: ({ scale }) => {
      const size = Math.min(mostHeading, Math.max(1, scale)) * smaller;
      return memory.headings.get(`${size} ${title}`, () => {
        const plain = memory.headings.get(`1 ${title}`, () => headingForms(title));
        return size === 1 ? plain : scaledHeadings(plain, size);
      });
    },
    wanted: (style) => capacityFor(count - spare, style),
    grown,
  };
}

/** At all sizes of letters. */
function capacitiesFor(count: number): readonly number[] {
  return [1, 2].map((scale) => capacityFor(count - spare, { scale }));
}

/** Of what differs by more than the size of letters. */
function styleKey({ hasStrip, hasBrackets, mostLines }: CardStyle): string {
  return `${hasStrip} ${hasBrackets} ${mostLines}`;
}
