/** The form of all words, from the English files: a key that none of them has does not compile. */
import type actions from './en/actions.json';
import type board from './en/board.json';
import type csv from './en/csv.json';
import type cycle from './en/cycle.json';
import type findings from './en/findings.json';
import type first from './en/first.json';
import type home from './en/home.json';
import type fileImport from './en/import.json';
import type join from './en/join.json';
import type map from './en/map.json';
import type people from './en/people.json';
import type power from './en/power.json';
import type record from './en/record.json';
import type report from './en/report.json';
import type room from './en/room.json';
import type roomScreen from './en/roomScreen.json';
import type runSheets from './en/runSheets.json';
import type sealed from './en/sealed.json';
import type sheet from './en/sheet.json';
import type snapshots from './en/snapshots.json';
import type structure from './en/structure.json';
import type takeHome from './en/takeHome.json';
import type work from './en/work.json';
import type workshop from './en/workshop.json';
import type yours from './en/yours.json';

export type Words = typeof actions &
  typeof board &
  typeof csv &
  typeof cycle &
  typeof findings &
  typeof first &
  typeof home &
  typeof fileImport &
  typeof join &
  typeof map &
  typeof people &
  typeof power &
  typeof record &
  typeof report &
  typeof room &
  typeof roomScreen &
  typeof runSheets &
  typeof sealed &
  typeof sheet &
  typeof snapshots &
  typeof structure &
  typeof takeHome &
  typeof work &
  typeof workshop &
  typeof yours;
