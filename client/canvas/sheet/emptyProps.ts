/** What shapes of sheets are before the map says something: what is pasted without its props. */
import { sheetMeasures } from '#shared/views/sheet/sheetMeasures.ts';
import type { GroupProps, IdeaProps, SheetProps } from './sheetShapes.ts';

const said = { text: '', sheetId: '', votes: null, became: [], tint: null } as const;
const { width: w, height: h } = sheetMeasures.note;

const sheet: SheetProps = {
  w: 1,
  h: 1,
  text: '',
  sheetId: '',
  notes: 0,
  groups: 0,
  loose: 0,
  hidden: 0,
  ungrouped: null,
  more: null,
};
const group: GroupProps = { ...said, w: 1, h: 1, groupId: '', count: 0, isFolded: false };
const idea: IdeaProps = { ...said, w, h, ideaId: '', groupId: null, times: 1 };

export const emptyProps = { sheet, group, idea } as const;
