/** What a record of the canvas must be to stand in a board file. Files are refused by it, and written by it. */
import { documentRules } from '#shared/board/limits/inspect.ts';
import { inspectValue, isRefusedKey } from '#shared/board/limits/inspectValue.ts';
import { isSafeAddress } from '#shared/board/limits/isSafeAddress.ts';
import { type Problem, step } from '#shared/map/file/Problem.ts';
import { isObject } from '#shared/map/file/readEntity.ts';
import { drawingKinds } from './boardFileFormat.ts';

const common = ['id', 'typeName', 'meta'];
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  document: [...common, 'gridSize', 'name'],
  page: [...common, 'name', 'index'],
  asset: [...common, 'type', 'props'],
  binding: [...common, 'type', 'fromId', 'toId', 'props'],
  shape: [...common, 'type', 'x', 'y', 'rotation', 'index', 'parentId', 'isLocked', 'opacity', 'props'],
};
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  shape: drawingKinds,
  asset: ['image'],
  binding: ['arrow'],
};
/** of one record; who reads them has understood by then */
const maxProblems = 20;
const maxNumber = 1e7;
const maxDepth = 32;
const addressKeys = new Set(['url', 'href', 'src', 'link', 'website']);
/** Shapes under these ids show the map; they are made from it and stand in no file. */
const projectedId =
  /^shape:(goal$|(interest|placement|organization|representative|round|stage|note|experiment|link)\.)/;

/** Everything that is wrong with a record; empty = it can be taken. */
export function checkRecord(record: unknown, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const wrong = (at: string, message: string): void => {
    if (problems.length < maxProblems) problems.push({ path: at, message });
  };
  if (!isObject(record)) return [{ path, message: 'must be an object' }];
  const { id, typeName, type } = record;
  const fields = typeof typeName === 'string' && Object.hasOwn(fieldsOf, typeName) ? fieldsOf[typeName] : undefined;
  if (typeof typeName !== 'string' || fields === undefined) {
    wrong(step(path, 'typeName'), `must be one of ${Object.keys(fieldsOf).join(', ')}`);
    return problems;
  }
  if (typeof id !== 'string' || !id.startsWith(`${typeName}:`) || id.length > documentRules.maxRecordIdLength)
    wrong(
      step(path, 'id'),
      `must begin with "${typeName}:" and have at most ${documentRules.maxRecordIdLength} letters`,
    );
  else if (projectedId.test(id)) wrong(step(path, 'id'), 'belongs to the map and cannot be a drawing');
  const kinds = kindsOf[typeName];
  if (kinds !== undefined && !(typeof type === 'string' && kinds.includes(type)))
    wrong(step(path, 'type'), `must be one of ${kinds.join(', ')}`);
  for (const key of Object.keys(record)) if (!fields.includes(key)) wrong(step(path, key), 'is not a field here');
  for (const key of fields) if (!Object.hasOwn(record, key)) wrong(step(path, key), 'is missing');
  for (const key of ['props', 'meta'])
    if (Object.hasOwn(record, key) && !isObject(record[key])) wrong(step(path, key), 'must be an object');
  for (const key of ['x', 'y', 'rotation', 'opacity', 'gridSize'])
    if (Object.hasOwn(record, key) && typeof record[key] !== 'number') wrong(step(path, key), 'must be a number');
  for (const key of ['index', 'parentId', 'fromId', 'toId', 'name'])
    if (Object.hasOwn(record, key) && typeof record[key] !== 'string') wrong(step(path, key), 'must be text');
  checkValue(record, path, '', 0, wrong);
  if (problems.length === 0 && inspectValue(record, '', { maxNumber, maxBytes: documentRules.maxRecordBytes }) < 0)
    wrong(path, `has more than ${documentRules.maxRecordBytes} letters`);
  return problems;
}

type Wrong = (path: string, message: string) => void;

function checkValue(value: unknown, path: string, key: string, depth: number, wrong: Wrong): void {
  if (depth > maxDepth) wrong(path, `is nested deeper than ${maxDepth}`);
  else if (typeof value === 'number') {
    const isFree = /(^|\.)(meta|fileSize)\b/.test(path);
    if (!Number.isFinite(value) || Math.abs(value) > (isFree ? Number.MAX_SAFE_INTEGER : maxNumber))
      wrong(path, 'is too large a number');
  } else if (typeof value === 'string') {
    if (addressKeys.has(key) && !isSafeAddress(value)) wrong(path, 'is not an address that may be opened');
    else if (value.length > documentRules.maxTextLength)
      wrong(path, `has more than ${documentRules.maxTextLength} letters`);
  } else if (Array.isArray(value))
    for (const [at, one] of value.entries()) checkValue(one, step(path, at), key, depth + 1, wrong);
  else if (isObject(value))
    for (const [name, one] of Object.entries(value)) {
      if (isRefusedKey(name)) wrong(step(path, name), 'is not a name that a field may have');
      else checkValue(one, step(path, name), name.slice(name.lastIndexOf('.') + 1), depth + 1, wrong);
    }
}
