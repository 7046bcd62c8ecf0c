/** Reads a board file or a template file, whole or not at all: every error is named by its path (BOARDFILE-3). */
import { documentRules } from '#shared/board/limits/inspect.ts';
import type { CanvasRecord } from '#shared/board/record.ts';
import { boardFormat } from '#shared/map/file/boardFormat.ts';
import { parseBoard } from '#shared/map/file/parseBoard.ts';
import { type Problem, step } from '#shared/map/file/Problem.ts';
import { isObject } from '#shared/map/file/readEntity.ts';
import { readRecordFile } from '#shared/record/recordFile.ts';
import { boardFileFormat, firstBoardFormat, type BoardFile, type FilePicture } from './boardFileFormat.ts';
import { checkRecord } from './checkRecord.ts';

export type ReadBoardFile =
  | { readonly ok: true; readonly file: BoardFile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const maxTitleLength = 120;
const maxPictures = 5_000;
const firstKeys = ['format', 'title', 'exported_at', 'map', 'canvas', 'pictures'];
const fileKeys = [...firstKeys, 'record'];
const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export function readBoardFile(text: string): ReadBoardFile {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    // where reading stopped is for whoever wrote the file by hand
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const where = at === undefined ? '' : ` Reading stopped at letter ${Number(at) + 1}.`;
    return refused([
      { path: '', message: `The file is not whole, or no board file (JSON). Download it again.${where}` },
    ]);
  }
  if (!isObject(value)) return refused([{ path: '', message: 'The file must hold one JSON object.' }]);
  const format = Object.hasOwn(value, 'format') ? value['format'] : boardFormat;
  if (format === boardFormat) return readTemplateFile(value);
  if (format === boardFileFormat) return readWhole(value, fileKeys);
  if (format === firstBoardFormat) return readWhole(value, firstKeys);
  // what a page offers of changes that were not sent
  if (format === 'roundtable-document/1')
    return refused([
      {
        path: '',
        message: 'The file holds what was kept on a device, not a board. Keep it; a board comes as board.json.',
      },
    ]);
  return refused([{ path: 'format', message: `must be "${boardFileFormat}" or "${boardFormat}"` }]);
}

function refused(problems: readonly Problem[]): ReadBoardFile {
  return { ok: false, problems };
}

function readTemplateFile(value: Readonly<Record<string, unknown>>): ReadBoardFile {
  const parsed = parseBoard(value);
  if (!parsed.ok) return refused(parsed.problems);
  const title = parsed.info.title.slice(0, maxTitleLength);
  const file = {
    kind: 'template',
    title,
    exportedAt: null,
    map: parsed.map,
    records: [],
    pictures: [],
    record: [],
  } as const;
  return { ok: true, file };
}

function readWhole(value: Readonly<Record<string, unknown>>, keys: readonly string[]): ReadBoardFile {
  const problems: Problem[] = [];
  for (const key of Object.keys(value))
    if (!keys.includes(key)) problems.push({ path: step('', key), message: 'is not a key of this format' });
  for (const key of keys) if (!Object.hasOwn(value, key)) problems.push({ path: key, message: 'is missing' });
  const { title, exported_at: exportedAt, map } = value;
  if (typeof title !== 'string' || title.length > maxTitleLength)
    problems.push({ path: 'title', message: `must be text of at most ${maxTitleLength} letters` });
  if (typeof exportedAt !== 'string' || Number.isNaN(Date.parse(exportedAt)) || exportedAt.length > 40)
    problems.push({ path: 'exported_at', message: 'must be a time' });
  const parsed = parseBoard(map);
  if (!parsed.ok) problems.push(...parsed.problems.map((one) => ({ ...one, path: under('map', one.path) })));
  const records = readRecords(value['canvas'], problems);
  const pictures = readPictures(value['pictures'], problems);
  const record = keys.includes('record') ? readRecordFile(value['record'] ?? [], problems) : [];
  if (problems.length > 0 || !parsed.ok) return refused(problems);
  return {
    ok: true,
    file: {
      kind: 'board',
      title: String(title),
      exportedAt: String(exportedAt),
      map: parsed.map,
      records,
      pictures,
      record,
    },
  };
}

function under(base: string, path: string): string {
  return path === '' ? base : path.startsWith('[') ? base + path : `${base}.${path}`;
}

function readRecords(value: unknown, problems: Problem[]): readonly CanvasRecord[] {
  const records: CanvasRecord[] = [];
  const seen = new Map<string, number>();
  for (const [at, record] of listAt(value, 'canvas', documentRules.maxRecords, problems).entries()) {
    const path = step('canvas', at);
    const wrong = checkRecord(record, path);
    problems.push(...wrong);
    if (wrong.length > 0 || !isRecord(record)) continue;
    const first = seen.get(record.id);
    if (first === undefined) seen.set(record.id, at);
    else problems.push({ path, message: `stands twice: the same id as canvas[${first}]` });
    records.push(record);
  }
  return records;
}

function isRecord(value: unknown): value is CanvasRecord {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['typeName'] === 'string';
}

function readPictures(value: unknown, problems: Problem[]): readonly FilePicture[] {
  const pictures: FilePicture[] = [];
  const seen = new Set<string>();
  for (const [at, picture] of listAt(value, 'pictures', maxPictures, problems).entries()) {
    const path = step('pictures', at);
    const wrong = (key: string, message: string): void => void problems.push({ path: step(path, key), message });
    if (!isObject(picture)) {
      problems.push({ path, message: 'must be an object' });
      continue;
    }
    const { id, type, data } = picture;
    for (const key of Object.keys(picture))
      if (!['id', 'type', 'data'].includes(key)) wrong(key, 'is not a field here');
    if (typeof id !== 'string' || !/^[a-z0-9]{32}$/.test(id)) wrong('id', 'must be 32 lower-case letters and digits');
    else if (seen.has(id)) wrong('id', 'stands twice');
    else seen.add(id);
    if (typeof type !== 'string' || !pictureTypes.includes(type))
      wrong('type', `must be one of ${pictureTypes.join(', ')}`);
    if (typeof data !== 'string' || !isBase64(data)) wrong('data', 'must be base64');
    else pictures.push({ id: String(id), type: String(type), data });
  }
  return pictures;
}

/** Without a regular expression over the whole: a picture has millions of letters. */
function isBase64(text: string): boolean {
  if (text.length % 4 !== 0 || text === '') return false;
  for (let at = 0; at < text.length; at += 65_536)
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text.slice(at, at + 65_536))) return false;
  return !text.slice(0, -2).includes('=');
}

function listAt(value: unknown, path: string, most: number, problems: Problem[]): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) problems.push({ path, message: 'must be a list' });
  else if (value.length > most) problems.push({ path, message: `has more than ${most} entries` });
  else return value;
  return [];
}
