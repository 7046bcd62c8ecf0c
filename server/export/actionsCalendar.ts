/** Open actions with a date as an iCalendar file: whole days, with ids that stay, so that a second import changes the first. */
import { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, default as createCalendar } from 'ical-generator';
import type { MapIndex } from '#shared/map/MapIndex.ts';
import type { ReportWords } from '#shared/report/ReportWords.ts';
import { openActions, ownerOf } from '#shared/report/sections/actionsSection.ts';

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
  for (const action of openActions(index)) {
    if (action.due_on === null) continue;
    const owner = ownerOf(index, action, words);
    calendar.createEvent({
      id: `action-${action.id}@${facts.board}.roundtable`,
      start: new Date(`${action.due_on}T00:00:00Z`),
      allDay: true,
      stamp: new Date(facts.takenAtMs),
      summary: action.title || words.texts.notNamed,
      description: `${words.texts.actions.owner}: ${owner}\n${facts.state}`,
      status: ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
