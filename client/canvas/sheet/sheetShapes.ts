/** The shapes of sheets as tldraw sees them: types and props in one place, so that a newer tldraw needs changes here only. */
import { createShapePropsMigrationSequence, T, type RecordProps, type TLBaseShape } from '@tldraw/tldraw';
import type { GroupFacts } from '#shared/drawings/drawGroup.ts';
import type { IdeaFacts } from '#shared/drawings/drawIdea.ts';
import type { SheetFacts } from '#shared/drawings/drawSheet.ts';
import { madeCollections } from '#shared/map/readings/madeCollections.ts';
import type { sheetShapeTypes } from './sheetShapeTypes.ts';

export interface SheetProps extends SheetFacts {
  readonly sheetId: string;
}

export interface GroupProps extends GroupFacts {
  readonly groupId: string;
  readonly sheetId: string;
}

export interface IdeaProps extends IdeaFacts {
  readonly ideaId: string;
  readonly sheetId: string;
  readonly groupId: string | null;
}

export type SheetPlate = TLBaseShape<typeof sheetShapeTypes.sheet, SheetProps>;
export type GroupShape = TLBaseShape<typeof sheetShapeTypes.group, GroupProps>;
export type IdeaShape = TLBaseShape<typeof sheetShapeTypes.idea, IdeaProps>;
export type SheetShape = SheetPlate | GroupShape | IdeaShape;

const box = T.object({ x: T.number, y: T.number, width: T.number, height: T.number });
const size = { w: T.positiveNumber, h: T.positiveNumber, text: T.string } as const;
const said = { votes: T.number.nullable(), became: T.arrayOf(T.literalEnum(...madeCollections)) } as const;

export const sheetProps: RecordProps<SheetPlate> = {
  ...size,
  sheetId: T.string,
  notes: T.number,
  groups: T.number,
  loose: T.number,
  ungrouped: box.nullable(),
  more: box.nullable(),
  hidden: T.number,
};

export const groupProps: RecordProps<GroupShape> = {
  ...size,
  ...said,
  groupId: T.string,
  sheetId: T.string,
  count: T.number,
  isFolded: T.boolean,
  tint: T.number.nullable(),
};

export const ideaProps: RecordProps<IdeaShape> = {
  ...size,
  ...said,
  ideaId: T.string,
  sheetId: T.string,
  groupId: T.string.nullable(),
  times: T.number,
  tint: T.number.nullable(),
};

/** Nothing of these shapes is stored, but pasted ones may come from another program: each type starts its own sequence. */
export const sheetMigrations = {
  sheet: createShapePropsMigrationSequence({ sequence: [] }),
  group: createShapePropsMigrationSequence({ sequence: [] }),
  idea: createShapePropsMigrationSequence({ sequence: [] }),
};
