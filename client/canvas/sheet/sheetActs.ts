/** What hands do to sheets, as commands on the map. Knows neither store nor pointer. */
import type { Command } from '#shared/map/commands/Command.ts';
import { sheetOf } from '#shared/map/readings/sheets.ts';
import type { Point } from '#shared/views/frame/FrameLayout.ts';
import type { SheetsLayout } from '#shared/views/sheet/SheetLayout.ts';
import { groupPlaceAt, sheetTarget, type SheetTarget } from '#shared/views/sheet/sheetTarget.ts';
import type { StepWay } from '#shared/views/StepWay.ts';
import { rebased } from '../projected/rebased.ts';
import type { CommandPort, Foreseen, Outcome as OutcomeOf, ViewActs } from '../projected/View.ts';
import { type DropHint, foreseeDrop } from './foreseeDrop.ts';
import { giveSheetDrawings } from './lateDrawings.ts';
import { sheetProjecting, sheetSetting } from './projectSheets.ts';
import { sheetDrawings } from './sheetDrawings.ts';
import { groupShapeId, ideaShapeId } from './sheetShapeIds.ts';
import type { GroupShape, IdeaShape, SheetShape } from './sheetShapes.ts';
import { sheetShapeTypes } from './sheetShapeTypes.ts';

/** What people read under `sheet.hints`. */
type SheetHint = 'needsSheet' | 'otherSheet' | 'sheetStays' | 'oneNote' | 'sorted' | 'groupCopy' | DropHint;
type Outcome = OutcomeOf<SheetHint>;

giveSheetDrawings(sheetDrawings);

export const sheetActs: ViewActs<SheetShape, SheetsLayout, SheetHint> = {
  project: sheetProjecting,
  settingOf: sheetSetting,
  remove: (shape, port) => remove(shape, port),
  hint: (t, hint) => t(`sheet.hints.${hint}`),
  foresee({ shape, others, at }, { layout }, port, before) {
    const hand = handOf([shape, ...(others ?? [])]);
    const [one] = hand.ideas;
    if (hand.groups.length > 0 || !one) return null;
    return foreseeDrop({ ideas: idsOf(hand.ideas), sheet: one.props.sheetId, at }, layout, port, before);
  },
  carryOut(gesture, { layout }, port) {
    const { shape } = gesture as { readonly shape?: SheetShape };
    switch (gesture.do) {
      case 'move':
        return gesture.foreseen
          ? drop(gesture.foreseen, port)
          : move([gesture.shape, ...(gesture.others ?? [])], gesture.at, layout, port);
      case 'group':
        return together([gesture.shape, ...gesture.others], port);
      case 'step':
        return isIdea(gesture.shape) ? step(gesture.shape, gesture.way, port) : {};
      case 'write':
        return write(gesture.shape, gesture.before, gesture.after, port);
      case 'delete':
        return remove(gesture.shape, port);
      case 'add':
        return shape && isIdea(shape) ? add(shape.props.text, gesture.at, layout, port) : { hint: 'groupCopy' };
      case 'takeNote':
        return add('', gesture.at, layout, port);
      default:
        return {};
    }
  },
  takesNote: (layout, at) => sheetTarget(layout, at, new Set()) !== null,
};

function isIdea(shape: SheetShape): shape is IdeaShape {
  return shape.type === sheetShapeTypes.idea;
}

function isGroup(shape: SheetShape): shape is GroupShape {
  return shape.type === sheetShapeTypes.group;
}

/** Copies have no entity of their own. */
function idsOf(shapes: readonly SheetShape[]): readonly string[] {
  return shapes.filter(isIdea).flatMap(({ props }) => (props.ideaId === '' ? [] : [props.ideaId]));
}

/** Groups take their notes along. */
function handOf(shapes: readonly SheetShape[]) {
  const groups = shapes.filter(isGroup);
  const moved = new Set(groups.map(({ props }) => props.groupId));
  const ideas = shapes.filter(isIdea).filter(({ props }) => props.groupId === null || !moved.has(props.groupId));
  return { groups, ideas };
}

/** What was shown is done. */
function drop({ commands, hint, receives }: Foreseen, port: CommandPort): Outcome {
  const id = port.run([...commands()]);
  if (id === null) return {};
  if (hint === 'groupHere') return { added: { id: groupShapeId(id), isUnnamed: true } };
  return hint === 'mergeHere' ? { added: { id: receives, isUnnamed: false } } : {};
}

/** What was dragged beside groups goes with the first. */
function move(shapes: readonly SheetShape[], at: Point, layout: SheetsLayout, port: CommandPort): Outcome {
  const { groups, ideas } = handOf(shapes);
  const [first] = groups;
  if (first && ideas.length === 0) return moveGroup(first, at, layout, port);
  const [one] = ideas;
  if (!one) return {};
  const ids = idsOf(ideas);
  const target = sheetTarget(layout, at, new Set(ids));
  if (target === null) return { hint: 'needsSheet' };
  if (ideas.some(({ props }) => props.sheetId !== target.sheet)) return { hint: 'otherSheet' };
  return put(ids, target, layout, port);
}

function put(
  ids: readonly string[],
  target: NonNullable<SheetTarget>,
  layout: SheetsLayout,
  port: CommandPort,
): Outcome {
  if (target.part === 'idea') return newGroup([target.idea, ...ids], port);
  const group = target.part === 'group' ? target.group : null;
  const sheet = sheetOf(port.map(), target.sheet);
  const isByHand = sheet?.sheet.sort === 'groups';
  const there = layout.ideas.filter((idea) => idea.sheet === target.sheet && idea.group === group);
  const isElsewhere = ids.some((id) => !there.some((idea) => idea.id === id));
  // by votes, by length or mixed nobody has a place of their own
  if (!isByHand && !isElsewhere) return { hint: 'sorted' };
  const others = there.filter(({ id }) => !ids.includes(id));
  const isFolded = group !== null && layout.groups.some(({ id, isFolded: folded }) => id === group && folded);
  const after = !isByHand || isFolded ? {} : { after: others[target.place - 1]?.id ?? null };
  port.run([{ type: 'moveIdeas', ideas: ids, group_id: group, ...after } as Command]);
  return {};
}

function moveGroup({ props }: GroupShape, at: Point, layout: SheetsLayout, port: CommandPort): Outcome {
  const place = groupPlaceAt(layout, props.groupId, at);
  if (place === null) return { hint: 'needsSheet' };
  if (sheetOf(port.map(), props.sheetId)?.sheet.sort === 'votes') return { hint: 'sorted' };
  const all = layout.groups.filter(({ sheet }) => sheet === props.sheetId);
  if (all[place]?.id === props.groupId) return {};
  const others = all.filter(({ id }) => id !== props.groupId);
  port.run([{ type: 'reorder', collection: 'groups', id: props.groupId, after: others[place - 1]?.id ?? null }]);
  return {};
}

function together(shapes: readonly SheetShape[], port: CommandPort): Outcome {
  const ids = idsOf(shapes);
  return ids.length < 2 ? { hint: 'oneNote' } : newGroup(ids, port);
}

function newGroup(ids: readonly string[], port: CommandPort): Outcome {
  const id = port.run([{ type: 'groupIdeas', id: port.newId(), ideas: [...ids] }]);
  return id === null ? {} : { added: { id: groupShapeId(id), isUnnamed: true } };
}

/** Arrow keys walk through the notes of a group, with Shift from group to group; notes in none come last. */
function step({ props }: IdeaShape, way: StepWay, port: CommandPort): Outcome {
  const sheet = sheetOf(port.map(), props.sheetId);
  if (!sheet) return {};
  const parts = [
    ...sheet.groups.map(({ group: { id }, notes }) => ({ id: id as string | null, notes })),
    { id: null, notes: sheet.ungrouped },
  ];
  const part = parts.findIndex(({ id }) => id === props.groupId);
  const by = way === 'next' || way === 'nextPart' ? 1 : -1;
  if (way === 'nextPart' || way === 'previousPart') {
    const next = parts[(part + by + parts.length) % parts.length];
    if (next && next.id !== props.groupId) port.run([{ type: 'moveIdeas', ideas: [props.ideaId], group_id: next.id }]);
    return {};
  }
  if (sheet.sheet.sort !== 'groups') return { hint: 'sorted' };
  const notes = parts[part]?.notes ?? [];
  const place = notes.findIndex(({ idea }) => idea.id === props.ideaId) + by;
  if (place < 0 || place >= notes.length) return {};
  const others = notes.filter(({ idea }) => idea.id !== props.ideaId);
  const after = others[place - 1]?.idea.id ?? null;
  port.run([{ type: 'moveIdeas', ideas: [props.ideaId], group_id: props.groupId, after }]);
  return {};
}

function write(shape: SheetShape, before: string, after: string, port: CommandPort): Outcome {
  if (before === after) return {};
  if (isIdea(shape)) {
    const { ideaId: id } = shape.props;
    const now = port.map().ideas.find((one) => one.id === id)?.text;
    if (now !== undefined)
      port.run([{ type: 'edit', collection: 'ideas', id, fields: { text: rebased(before, after, now) } }]);
  } else if (isGroup(shape)) {
    const { groupId: id } = shape.props;
    port.run([{ type: 'edit', collection: 'groups', id, fields: { title: after } }]);
  } else {
    const { sheetId: id } = shape.props;
    port.run([{ type: 'edit', collection: 'sheets', id, fields: { question: after } }]);
  }
  return {};
}

function remove(shape: SheetShape, port: CommandPort): Outcome {
  if (isIdea(shape)) port.run([{ type: 'remove', collection: 'ideas', id: shape.props.ideaId }]);
  else if (isGroup(shape)) port.run([{ type: 'remove', collection: 'groups', id: shape.props.groupId }]);
  else return { hint: 'sheetStays' };
  return {};
}

/** A new note, or a copy of one, where it was put down. */
function add(text: string, at: Point, layout: SheetsLayout, port: CommandPort): Outcome {
  const target = sheetTarget(layout, at, new Set());
  if (target === null) return { hint: 'needsSheet' };
  const group = target.part === 'group' ? target.group : null;
  const fields = { sheet_id: target.sheet, group_id: group, text };
  const id = port.run([{ type: 'add', collection: 'ideas', id: port.newId(), fields }]);
  return id === null ? {} : { added: { id: ideaShapeId(id), isUnnamed: text === '' } };
}
