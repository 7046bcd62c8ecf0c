/** The English words of a board, which come after its canvas; what a page needs before stands in `first.json` (WEIGHT-4). */
import actions from '#shared/words/en/actions.json';
import board from '#shared/words/en/board.json';
import csv from '#shared/words/en/csv.json';
import cycle from '#shared/words/en/cycle.json';
import findings from '#shared/words/en/findings.json';
import map from '#shared/words/en/map.json';
import people from '#shared/words/en/people.json';
import power from '#shared/words/en/power.json';
import record from '#shared/words/en/record.json';
import room from '#shared/words/en/room.json';
import runSheets from '#shared/words/en/runSheets.json';
import sealed from '#shared/words/en/sealed.json';
import sheet from '#shared/words/en/sheet.json';
import snapshots from '#shared/words/en/snapshots.json';
import structure from '#shared/words/en/structure.json';
import takeHome from '#shared/words/en/takeHome.json';
import work from '#shared/words/en/work.json';
import workshop from '#shared/words/en/workshop.json';
import yours from '#shared/words/en/yours.json';
import type { withBoard } from './loadWords.ts';

export const boardWords = {
  actions,
  board,
  csv,
  cycle,
  findings,
  map,
  people,
  power,
  record,
  room,
  runSheets,
  sealed,
  sheet,
  snapshots,
  structure,
  takeHome,
  work,
  workshop,
  yours,
} satisfies Readonly<Record<(typeof withBoard)[number], object>>;
