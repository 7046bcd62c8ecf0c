/** The frame's layout: wedges of a rounded table, headings, chairs and cards, as one pure function of what the map says. */
import { cardOrder, interestOrder } from './boardOrder.ts';
import { plainForms, roomOf, scaledForms, type CardForm } from './cardForm.ts';
import { fillWedge, packCards, type FilledWedge, type WedgeContent } from './fillWedge.ts';
import type { FrameCard, FrameInput, FrameInterest, FrameLayout } from './FrameLayout.ts';
import { capacityFor, frameMeasures, frameTable, plainStyles, type CardStyle } from './frameMeasures.ts';
import { LayoutMemory } from './LayoutMemory.ts';
import { headingForms } from './placeHeading.ts';
import { tablePlan, usualForms, type PlannedWedge, type TablePlan, type WedgeWish } from './tablePlan.ts';

/** Half of a chair stands outside of the rim, as does the outer of its two lines. */
const around = frameMeasures.chair.size / 2 + 2;

const bounds = {
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
    bounds,
  };
}

/** In cards of usual size. */
const growth = 0.7;

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
  let from: number | null = null;
  for (;;) {
    const plan: TablePlan = memory.plans.get(`${from} ${keyOf(groups, wishes)}`, () => tablePlan(wishes, from));
    const tooFull = new Set<number>();
    const of = (index: number): { readonly key: string; readonly content: WedgeContent } => {
      const [group, wish, wedge] = [groups[index], wishes[index], plan.wedges[index]];
      if (group === undefined || wish === undefined || wedge === undefined) throw new Error(`no wedge ${index}`);
      const key = `${plan.step} ${wedge.edges.start} ${wedge.edges.end} ${wedge.wanted} ${contents[index] ?? ''}`;
      return { key, content: contentOf(group.cards, wish, wedge, plan.style, memory) };
    };
    const all = plan.wedges.map((wedge, index) => ({ wedge, ...of(index) }));
    // all of them are packed before any is finished: most that do not fit show here
    const packed = all.map(({ wedge, key, content }, index) => {
      const cards = memory.packed.get(key, () => packCards(wedge.edges, content, plan.style));
      if (cards === null) tooFull.add(index);
      return cards;
    });
    if (tooFull.size === 0) {
      const wedges = all.flatMap(({ wedge, key, content }, index) => {
        const cards = packed[index];
        const filled = cards ? memory.wedges.get(key, () => fillWedge(wedge, content, cards)) : null;
        if (filled === null) tooFull.add(index);
        return filled ?? [];
      });
      if (tooFull.size === 0) return { plan, wedges };
    }
    from = plan.step;
    for (const index of tooFull) grown[index] = (grown[index] ?? 0) + growth;
  }
}

function contentOf(
  cards: readonly FrameCard[],
  { headings }: WedgeWish,
  { wanted }: PlannedWedge,
  style: CardStyle,
  memory: LayoutMemory,
): WedgeContent {
  const plain = cards.map((card) => formsOf(card, style, memory));
  return {
    headings: headings(style),
    cards,
    forms: plain.map((forms) => scaledForms(forms, style.scale)),
    more: Math.max(0, Math.floor(wanted - usualCards(plain, style))),
  };
}

function formsOf(card: FrameCard, style: CardStyle, memory: LayoutMemory): readonly CardForm[] {
  const { hasStrip, hasBrackets, mostLines } = style;
  const key = JSON.stringify([hasStrip, hasBrackets, mostLines, card.tokenCount, card.hasState, card.name]);
  return memory.forms.get(key, () => plainForms(card, style));
}

/** How many cards of usual size take as much room. */
function usualCards(forms: readonly (readonly CardForm[])[], style: CardStyle): number {
  const usual = roomOf(usualForms({ ...style, scale: 1 }));
  return Math.max(forms.reduce((sum, one) => sum + roomOf(one), 0) / usual, forms.length * 0.8);
}

/** So much of a card more than there is room for is no reason to ask for more. */
const spare = 0.35;

function wishOf(
  { interest: { id, title }, cards }: Group,
  { interests, grown }: { readonly interests: number; readonly grown: () => number },
  memory: LayoutMemory,
): WedgeWish {
  const smaller = Math.min(1, frameMeasures.plainInterests / interests);
  const known = new Map<string, number>();
  const usualIn = (style: CardStyle): number => {
    const key = `${style.hasStrip} ${style.hasBrackets} ${style.mostLines}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = usualCards(
      cards.map((card) => formsOf(card, style, memory)),
      style,
    );
    known.set(key, made);
    return made;
  };
  return {
    id,
    headings: ({ scale }) => {
      const size = Math.min(mostHeading, Math.max(1, scale)) * smaller;
      return memory.headings.get(`${size} ${title}`, () => headingForms(title, size));
    },
    wanted: (style) => capacityFor(usualIn(style) - spare),
    grown,
  };
}

function keyOf(groups: readonly Group[], wishes: readonly WedgeWish[]): string {
  const counts = wishes.map(({ wanted, grown }) => [...plainStyles.map(wanted), grown()]);
  return JSON.stringify([groups.map(({ interest }) => interest.title), counts]);
}
