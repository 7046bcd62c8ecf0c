/** The English words, for tests of what is said outside of a page. */
import { ReportWords } from '../picture/ReportWords.ts';
import { wordsIn } from '../words/wordsIn.ts';
import { splitNotes } from '../workshop/agendaNotes.ts';
import { runSheetsIn } from '../workshop/runSheets.ts';

export const english = await wordsIn('en');
export const reportWords = new ReportWords(english);
/** As facilitators choose them, with their notes. */
export const notedSheets = runSheetsIn(english.t);
/** As everybody gets them. */
export const runSheets = notedSheets.map((sheet) => ({ ...sheet, steps: splitNotes(sheet.steps).agenda }));
