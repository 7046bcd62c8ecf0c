/**
 * What the engine knows of a view of the map: which shapes are its own, how the map becomes these shapes, and what each gesture
 * on them means (decision 0301).
 */
import type {
  Box,
  Editor,
  TLAnyShapeUtilConstructor,
  TLPageId,
  TLStateNodeConstructor,
  TLUiIconJsx,
} from '@tldraw/tldraw';
import type { TFunction } from 'i18next';
import type { EntityRef } from '#client/map/Selection.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import type { CollectionName } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { Stage } from '#shared/kinds/values.ts';
import type { Box as Area, Point } from '#shared/views/frame/FrameLayout.ts';
import type { OpenedByHand } from '#shared/views/sheet/SheetLayout.ts';
import type { StepWay } from '#shared/views/StepWay.ts';
import type { ProjectedShape } from './ProjectedShape.ts';

/** A tool that puts something new into a view: what it makes is a copy without an entity yet. */
export interface ViewTool {
  readonly id: string;
  /** On the keyboard; one that tldraw leaves free. */
  readonly letter: string;
  readonly tool: TLStateNodeConstructor;
  readonly icon: TLUiIconJsx;
  /** The list of the map that gets something new. */
  readonly makes: CollectionName;
  name(t: TFunction): string;
}

/** What must be known of a view before anything of it is on the canvas. */
export interface View<S extends ProjectedShape = ProjectedShape> {
  /** Its shape types by name; of several shapes of one thing the one whose type comes first stands for it. */
  readonly types: Readonly<Record<string, S['type']>>;
  /** The ids of its shapes: functions of the map's ids, the same on every screen. */
  readonly ids: RegExp;
  readonly shapeUtils: readonly TLAnyShapeUtilConstructor[];
  readonly tools: readonly ViewTool[];
  /** Types that hands may move. */
  readonly movable: readonly S['type'][];
  /** Types that walk from place to place by arrow keys. */
  readonly walking: readonly S['type'][];
  /** What is dragged lands where the pointer is, and all of it together, as one act. */
  readonly landsTogether?: true;
  /** True for what goes along while the first is dragged. */
  carries?(shape: S, other: S): boolean;
  /** Types that a press anywhere inside chooses, where nothing else is; a drag from there still chooses by a box. */
  readonly chosenInside?: readonly S['type'][];
  /** A double click writes in place, instead of asking for the details. */
  readonly writesAtDoubleClick?: true;
  /** Types of which those that are chosen become a group by the key for it. */
  readonly groups?: readonly S['type'][];
  /** Types whose deletion takes a thing of the map away, in the order in which they are taken. */
  readonly removable: readonly S['type'][];
  /** Lists of the map of which it is made. */
  readonly reads: readonly (keyof PartnershipMap)[];
  /** The projection where it is part of the first picture; all others come with the late parts. */
  readonly first?: () => Project<S>;
  /** What a board opens on: all of it, or a part where letters would be too small at the zoom for all of it. */
  opensOn?(projection: Projection<S>, zoomToFit: (area: Area) => number): Area | null;
  /** What tldraw calls a chosen shape when it speaks, by the name of its type. */
  typeName(t: TFunction, name: string): string;
  /** What a shape shows, as the map names it; null for what is part of something else, and for what has no entity yet. */
  refOf(shape: S): EntityRef | null;
  /** Names what a shape shows and where: a copy has the key of what it was copied from. */
  keyOf(shape: S): string;
  /** The mark of what else it bears in a comparison (`MarksContext`). */
  alsoMarked?(shape: S): string;
  /** Brings something that was revealed elsewhere into sight; without it the middle of the screen goes there. */
  reveal?(editor: Editor, place: Box, ref: EntityRef): void;
}

/** For what a view is shown, beside the map. */
export interface ViewSetting {
  /** ISO day. */
  readonly asOf: string;
  readonly page: TLPageId;
  /** The stage that runs now, lit for everybody; null = people roam. */
  readonly litStage: Stage | null;
  /** What its person opened, on this screen alone. */
  readonly opened: OpenedByHand;
  /** What another view covers that stands before it in the list; null while it is not there. */
  areaOf(view: string): Area | null;
}

export interface Projection<S extends ProjectedShape = ProjectedShape, L = unknown> {
  /** Parents before children. */
  readonly records: readonly S[];
  readonly layout: L;
  /** What it covers; null while there is nothing of it. */
  readonly area: Area | null;
}

/** The map as shapes: the same for everybody who sees this map in this setting. */
export type Project<S extends ProjectedShape = ProjectedShape, L = unknown> = (
  map: PartnershipMap,
  setting: ViewSetting,
) => Projection<S, L>;

/** What somebody did, read from the store when the gesture has ended. */
export type Gesture<S extends ProjectedShape = ProjectedShape> =
  /** Let go with its middle at this point; of a view where things land together the pointer, and what else was in the hand. */
  | {
      readonly do: 'move';
      readonly shape: S;
      readonly at: Point;
      readonly others?: readonly S[];
      /** What was shown of it when it was let go. */
      readonly foreseen?: Foreseen;
    }
  /** Chosen to become a group. */
  | { readonly do: 'group'; readonly shape: S; readonly others: readonly S[] }
  /** Arrow keys. */
  | { readonly do: 'step'; readonly shape: S; readonly way: StepWay }
  | { readonly do: 'write'; readonly shape: S; readonly before: string; readonly after: string }
  | { readonly do: 'delete'; readonly shape: S }
  /** A copy, something pasted, or a new one from a tool, which has no entity yet. */
  | { readonly do: 'add'; readonly shape: S; readonly at: Point }
  /** tldraw's own note, put down where the view takes it. */
  | { readonly do: 'takeNote'; readonly at: Point }
  /** A line pulled out of a shape and let go at this point. */
  | { readonly do: 'pull'; readonly shape: S; readonly at: Point }
  /** tldraw's own arrow, from one shape to the other. */
  | { readonly do: 'join'; readonly from: S; readonly to: S };

/** What letting go would do with what is dragged, shown before it is done. */
export interface Foreseen<H extends string = string> {
  /** Two that are equal do the same, and are shown alike. */
  readonly key: string;
  readonly commands: () => readonly Command[];
  /** The view is shown as if it were done, with room for what is in the hand; else it stays as it is seen. */
  readonly makesRoom: boolean;
  /** The shape that receives it. */
  readonly receives: string;
  /** Spoken, and written beside it. */
  readonly hint?: H;
  /** What is meant instead, where the hand stays for a moment. */
  readonly whenHeld?: Foreseen<H>;
}

export interface Outcome<H extends string = string> {
  /** The shape that now shows what was added, and whether its words are to be written at once. */
  readonly added?: { readonly id: string; readonly isUnnamed: boolean };
  /** Why the gesture did nothing, or what it did. */
  readonly hint?: H;
}

/** The map, and a way to change it. */
export interface CommandPort {
  readonly map: () => PartnershipMap;
  readonly newId: () => string;
  /** All of them as one act or none; answers with the id of the last one's entity, null when refused. */
  readonly run: (commands: readonly Command[]) => string | null;
}

export interface TryingPort extends CommandPort {
  /** The map as they would leave it, without doing anything; null when refused. */
  readonly tried: (commands: readonly Command[]) => PartnershipMap | null;
}

/** How a view is made of the map and changed by hand: comes with the late parts of a board (decision 0100). */
export interface ViewActs<S extends ProjectedShape = ProjectedShape, L = unknown, H extends string = string> {
  readonly project: () => Project<S, L>;
  /** What of the setting it hangs on beside the day, as a word: it is made anew when that changes. */
  settingOf?(setting: ViewSetting): string;
  /** What letting go would do here; `before`: what it would have done until now. Null: nothing that is shown. */
  foresee?(
    gesture: Extract<Gesture<S>, { readonly do: 'move' }>,
    projection: Projection<S, L>,
    port: CommandPort,
    before: Foreseen | null,
  ): Foreseen<H> | null;
  carryOut(gesture: Gesture<S>, projection: Projection<S, L>, port: CommandPort): Outcome<H>;
  /** What deleting a shape means; needs no projection, so that it can be tried before somebody is asked. */
  remove(shape: S, port: CommandPort): Outcome<H>;
  hint(t: TFunction, hint: H): string;
  /** True where tldraw's own note, put down, becomes a thing of the view. */
  takesNote?(layout: L, at: Point): boolean;
  /** True where an arrow between the two becomes a line of the map. */
  joins?(from: S, to: S): boolean;
  /** True for what goes by itself with others that are deleted. */
  goesWith?(shape: S, deleted: readonly S[]): boolean;
}
