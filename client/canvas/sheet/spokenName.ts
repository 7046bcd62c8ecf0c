/** What a sheet, a group or a note is called when it is spoken. */
import { say } from '../projected/ProjectedShapeUtil.ts';
import type { SheetShape } from './sheetShapes.ts';
import { sheetShapeTypes } from './sheetShapeTypes.ts';

export function spokenName({ type, props }: SheetShape): string | undefined {
  const t = say();
  if (t === null) return undefined;
  switch (type) {
    case sheetShapeTypes.sheet: {
      const [notes, groups] = [t('sheet.notes', { count: props.notes }), t('sheet.groups', { count: props.groups })];
      return t('sheet.say.sheet', { question: props.text, notes, groups });
    }
    case sheetShapeTypes.group:
      return t('sheet.say.group', {
        title: props.text || t('sheet.untitled'),
        notes: t('sheet.notes', { count: props.count }),
      });
    case sheetShapeTypes.idea:
      return t('sheet.say.idea', { text: props.text });
  }
}
