/** The sheets as things with their places: what stands on the canvas of everybody who sees this map, and in a picture of it. */
import type { PartnershipMap } from '../map/PartnershipMap.ts';
import { madeFrom } from '../map/readings/madeFrom.ts';
import type { MadeCollection } from '../map/readings/madeCollections.ts';
import { type Sheet as ReadSheet, type SheetNote, sheetsOf } from '../map/readings/sheets.ts';
import type { Box } from '../views/frame/FrameLayout.ts';
import { layoutSheets } from '../views/sheet/layoutSheets.ts';
import type {
  GroupPlace,
  IdeaPlace,
  OpenedByHand,
  Sheet,
  SheetPlace,
  SheetsLayout,
} from '../views/sheet/SheetLayout.ts';
import { type GroupFacts } from './drawGroup.ts';
import { type IdeaFacts, ideaFoot } from './drawIdea.ts';
import type { SheetFacts } from './drawSheet.ts';

export interface SheetSight {
  /** Where the first one begins (`sheetsTop`). */
  readonly top: number;
  /** Null: everything is open. */
  readonly opened: OpenedByHand | null;
}

export interface SheetThing {
  readonly place: SheetPlace;
  readonly facts: SheetFacts;
}

export interface GroupThing {
  readonly place: GroupPlace;
  readonly facts: GroupFacts;
}

export interface IdeaThing {
  readonly place: IdeaPlace;
  readonly facts: IdeaFacts;
}

export interface SheetThings {
  readonly layout: SheetsLayout;
  readonly sheets: readonly SheetThing[];
  readonly groups: readonly GroupThing[];
  readonly ideas: readonly IdeaThing[];
}

/** What is drawn of a note, without its place. */
type IdeaWords = Omit<IdeaFacts, 'w' | 'h'>;
type GroupWords = Pick<GroupFacts, 'text' | 'count' | 'votes' | 'became' | 'tint'>;

export function sheetThings(map: PartnershipMap, { top, opened }: SheetSight): SheetThings {
  const read = sheetsOf(map);
  const made = madeFrom(map);
  const becameOf = (source: string): readonly MadeCollection[] => (made.get(source) ?? []).map((one) => one.collection);
  const ideas = new Map<string, IdeaWords>();
  const groups = new Map<string, GroupWords>();
  const sheets = new Map(read.map((one) => [one.sheet.id, one]));
  const laid = read.map((one) => inputOf(one, becameOf, ideas, groups));
  const layout = layoutSheets({ sheets: laid, top, opened });
  return {
    layout,
    sheets: layout.sheets.flatMap((place) => {
      const sheet = sheets.get(place.id);
      return sheet ? [{ place, facts: sheetFacts(sheet, place) }] : [];
    }),
    groups: layout.groups.flatMap((place) => {
      const words = groups.get(place.id);
      const { width: w, height: h } = place.box;
      return words ? [{ place, facts: { ...words, w, h, isFolded: place.isFolded } }] : [];
    }),
    ideas: layout.ideas.flatMap((place) => {
      const words = ideas.get(place.id);
      const { width: w, height: h } = place.box;
      return words ? [{ place, facts: { ...words, w, h } }] : [];
    }),
  };
}

function inputOf(
  { sheet, groups, ungrouped }: ReadSheet,
  becameOf: (source: string) => readonly MadeCollection[],
  ideas: Map<string, IdeaWords>,
  groupWords: Map<string, GroupWords>,
): Sheet {
  const isColored = sheet.color_by === 'group';
  const noteOf = ({ idea: { id, text, votes }, count: times }: SheetNote, tint: number | null) => {
    const words = { text, times, votes, became: becameOf(`ideas/${id}`), tint };
    ideas.set(id, words);
    return { id, text, foot: ideaFoot(words) };
  };
  return {
    id: sheet.id,
    question: sheet.question,
    groups: groups.map(({ group: { id, title, votes }, notes }, at) => {
      const tint = isColored ? at : null;
      const became = becameOf(`groups/${id}`);
      groupWords.set(id, { text: title, count: notes.length, votes, became, tint });
      return { id, title, rows: became.length > 0 ? 1 : 0, ideas: notes.map((note) => noteOf(note, tint)) };
    }),
    ungrouped: ungrouped.map((note) => noteOf(note, null)),
  };
}

function sheetFacts(sheet: ReadSheet, { box, ungrouped, more, hidden }: SheetPlace): SheetFacts {
  const within = (one: Box): Box => ({ ...one, x: one.x - box.x, y: one.y - box.y });
  return {
    w: box.width,
    h: box.height,
    text: sheet.sheet.question,
    notes: sheet.count,
    groups: sheet.groups.length,
    loose: sheet.ungrouped.length,
    ungrouped: ungrouped && within(ungrouped),
    more: more && within(more),
    hidden,
  };
}
