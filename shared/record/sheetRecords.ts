/** Sheets of notes as they stand, for the record: groups with their notes, without any name. What says the same is one note. */
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { type SheetNote, sheetsOf } from '#shared/map/readings/sheets.ts';
import type { SheetRecord } from './WorkshopRecord.ts';

/** Those with something on them, each with its id on the map. */
export function sheetRecords(map: PartnershipMap): readonly { readonly id: string; readonly sheet: SheetRecord }[] {
  return sheetsOf(map)
    .filter(({ count }) => count > 0)
    .map(({ sheet: { id, question, activity_id }, groups, ungrouped }) => ({
      id,
      sheet: {
        question,
        activity: activity_id || null,
        groups: groups
          .filter(({ notes }) => notes.length > 0)
          .map(({ group: { title, votes }, notes }) => ({ title, votes, notes: notes.map(noteRecord) })),
        others: ungrouped.map(noteRecord),
      },
    }));
}

function noteRecord({ idea, merged, count }: SheetNote): SheetRecord['others'][number] {
  const also = new Set(merged.map(({ text }) => text.trim()));
  also.delete(idea.text.trim());
  return { text: idea.text, also: [...also], times: count, votes: idea.votes };
}
