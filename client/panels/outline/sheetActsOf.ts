/** The acts of the outline as those of sheets: the focus goes along with a note that is moved, and to a new group. */
import type { SheetActs } from '../sheets/SheetActs.ts';
import type { OutlineActs } from './outlineMenu.ts';
import { sheetGroupKey, sheetNoteKey } from './sheetNodes.ts';

export function sheetActsOf(acts: OutlineActs): SheetActs {
  const { map, t, newId, open, show, whyNot } = acts;
  /** Of a group that is only just made the map does not know the sheet yet. */
  let made: string | null = null;
  return {
    map,
    t,
    newId,
    open,
    show,
    whyNot,
    run(commands, done) {
      if (!acts.run(commands, done)) return false;
      const [command] = commands;
      if (command?.type !== 'moveIdeas' && command?.type !== 'groupIdeas') return true;
      const idea = map.ideas.find(({ id }) => id === command.ideas[0]);
      if (!idea) return true;
      if (command.type === 'groupIdeas') made = idea.sheet_id;
      else acts.goTo(sheetNoteKey(idea.sheet_id, command.group_id, idea.id));
      return true;
    },
    rename(group) {
      const sheet = made ?? map.groups.find(({ id }) => id === group)?.sheet_id;
      if (sheet !== undefined) acts.goTo(sheetGroupKey(sheet, group), true);
    },
  };
}
