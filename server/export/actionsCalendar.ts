/** The next meeting and actions with a date as an iCalendar file: whole days, with ids that stay, so that a second import changes the first, and takes out what was done. */
import { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, default as createCalendar } from 'ical-generator';
import type { MapIndex } from '#shared/map/MapIndex.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { openActions, ownerOf } from '#shared/report/sections/actionsSection.ts';

const firstSequenceMs = Date.UTC(2020, 0, 1);

export interface CalendarFacts {
  readonly board: string;
  readonly state: string;
  readonly takenAtMs: number;
}

export function actionsCalendar(index: MapIndex, words: ReportWords, facts: CalendarFacts): string {
  const { partnership } = index.map;
  const calendar = createCalendar({
    name: `${partnership.name || words.texts.cover.kicker}: ${words.texts.actions.title}`,
    description: facts.state,
    prodId: { company: 'Roundtable', product: 'Roundtable', language: words.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  const changed = new Date(facts.takenAtMs);
  // Grows from file to file, so that a calendar takes the newer one.
  const sequence = Math.max(0, Math.floor((facts.takenAtMs - firstSequenceMs) / 1_000));
  const { next_meeting_on: meeting, next_meeting_where: where } = partnership;
  if (meeting !== null)
    calendar.createEvent({
      id: `next-meeting@${facts.board}.roundtable`,
      start: new Date(`${meeting}T00:00:00Z`),
      allDay: true,
      stamp: changed,
      lastModified: changed,
      sequence,
      summary: `${words.texts.head.nextMeeting}: ${partnership.name || words.texts.cover.kicker}`,
      location: where.trim() === '' ? null : where,
      description: facts.state,
      status: ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.OPAQUE,
    });
  const open = openActions(index);
  // What was done or dropped may stand in a calendar from an earlier file.
  const closed = index.map.actions.filter(({ status }) => status === 'done' || status === 'dropped');
  for (const action of [...open, ...closed]) {
    if (action.due_on === null) continue;
    const isOpen = open.includes(action);
    const owner = ownerOf(index, action, words);
    calendar.createEvent({
      id: `action-${action.id}@${facts.board}.roundtable`,
      start: new Date(`${action.due_on}T00:00:00Z`),
      allDay: true,
      stamp: changed,
      lastModified: changed,
      sequence,
      summary: action.title || words.texts.notNamed,
      description: `${words.texts.actions.owner}: ${owner}\n${facts.state}`,
      status: isOpen ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
