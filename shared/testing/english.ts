/** The English words, for tests of what is said outside of a page. */
import { ReportWords } from '../picture/ReportWords.ts';
import { wordsIn } from '../words/wordsIn.ts';
import { runSheetsIn } from '../workshop/runSheets.ts';

export const english = await wordsIn('en');
export const reportWords = new ReportWords(english);
export const runSheets = runSheetsIn(english.t);
