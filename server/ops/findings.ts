/** `npm run findings -- <board.json> [--as-of YYYY-MM-DD]`: what the map of a board file tells, as JSON (FIND-7). */
import { open } from 'node:fs/promises';
import { isDay } from '#shared/kinds/fields.ts';
import { findingsReport } from './findingsReport.ts';

const maxFileBytes = 20 * 1024 * 1024;
const usage = 'Usage: npm run findings -- <board.json> [--as-of YYYY-MM-DD]';

interface Request {
  readonly file: string;
  readonly asOf: string | null;
}

/** Reads the command line; a sentence when it cannot be understood. */
function readArguments(words: readonly string[]): Request | string {
  let file: string | null = null;
  let asOf: string | null = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const isOption = word === '--as-of' || word.startsWith('--as-of=');
    if (isOption) {
      asOf = word === '--as-of' ? (words[++at] ?? '') : word.slice('--as-of='.length);
      if (!isDay(asOf)) return `--as-of must be a day (YYYY-MM-DD). ${usage}`;
    } else if (word.startsWith('-') || file !== null) return `Unexpected "${word.slice(0, 60)}". ${usage}`;
    else file = word;
  }
  return file === null ? usage : { file, asOf };
}

/** The text of a file that is not too large; throws with a sentence. */
async function readText(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > maxFileBytes) throw new Error(`has ${size} bytes; more than ${maxFileBytes} are not read`);
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

async function run(words: readonly string[]): Promise<number> {
  const request = readArguments(words);
  if (typeof request === 'string') {
    console.error(request);
    return 1;
  }
  let source: string;
  try {
    source = await readText(request.file);
  } catch (error) {
    console.error(`${request.file}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  const report = findingsReport(source, request.asOf, new Date().toISOString().slice(0, 10));
  if (report.ok) console.log(report.text);
  else for (const error of report.errors) console.error(error);
  return report.ok ? 0 : 1;
}

process.exitCode = await run(process.argv.slice(2));
