/** What is known about a note or a group, in words. */
import type { TFunction } from 'i18next';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { type SheetGroup, type SheetNote, sheetOf } from '#shared/map/readings/sheets.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { chosenOn, madeOf } from './SheetActs.ts';

export function noteFacts(map: PartnershipMap, { idea, merged, count }: SheetNote, t: TFunction): readonly string[] {
  return [
    ...(count === 1 ? [] : [count === 2 ? t('sheet.twice') : t('sheet.times', { count })]),
    ...merged.flatMap(({ text }) => (text.trim() === '' ? [] : [t('sheet.panel.also', { text: text.trim() })])),
    ...(idea.votes === null ? [] : [t('sheet.votes', { count: idea.votes })]),
    ...(idea.by === '' ? [] : [idea.by]),
    ...becameFacts(map, { ideas: [idea.id, ...merged.map(({ id }) => id)], groups: [] }, t),
  ];
}

export function groupFacts(map: PartnershipMap, { group, notes }: SheetGroup, t: TFunction): readonly string[] {
  return [
    t('sheet.notes', { count: notes.length }),
    ...(group.votes === null ? [] : [t('sheet.votes', { count: group.votes })]),
    ...becameFacts(map, { ideas: [], groups: [group.id] }, t),
  ];
}

function becameFacts(
  map: PartnershipMap,
  of: { readonly ideas: readonly string[]; readonly groups: readonly string[] },
  t: TFunction,
): readonly string[] {
  const made = [...new Set(madeOf(map, of).map(({ collection }) => collection))];
  return made.length === 0 ? [] : [t('sheet.became', { things: made.map((one) => t(`sheet.made.${one}`)) })];
}

/** What is known about a sheet, or about a thing on one; null for everything else. */
export function sheetFacts(map: PartnershipMap, ref: EntityRef, t: TFunction): readonly string[] | null {
  if (ref.collection === 'sheets') {
    const sheet = sheetOf(map, ref.id);
    if (!sheet) return [];
    const groups = sheet.groups.length === 0 ? [] : [t('sheet.groups', { count: sheet.groups.length })];
    return [t('sheet.notes', { count: sheet.count }), ...groups];
  }
  if (ref.collection !== 'ideas' && ref.collection !== 'groups') return null;
  const sheet = chosenOn(map, [ref])?.sheet;
  const group = sheet?.groups.find((one) => one.group.id === ref.id);
  if (group) return groupFacts(map, group, t);
  const notes = [...(sheet?.groups.flatMap((one) => one.notes) ?? []), ...(sheet?.ungrouped ?? [])];
  const note = notes.find(({ idea }) => idea.id === ref.id);
  return note ? noteFacts(map, note, t) : [];
}
