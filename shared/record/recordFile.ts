/** The record in a board file: each entry with its time in words, its content beside it. */
import * as v from 'valibot';
import { type Problem, step } from '../map/file/Problem.ts';
import { isObject } from '../map/file/readEntity.ts';
import { RecordContent, type RecordEntry } from './RecordEntry.ts';
import { RecordId, recordLimits } from './recordFields.ts';

/** Entries as they stand in the file: the newest, where there are more than a file may have. */
export function recordInFile(entries: readonly RecordEntry[]): readonly unknown[] {
  return entries
    .slice(-recordLimits.maxEntries)
    .map(({ id, at, content }) => ({ id, at: new Date(at).toISOString(), ...content }));
}

/** Whole or with every error by its path. */
export function readRecordFile(value: unknown, problems: Problem[]): readonly RecordEntry[] {
  if (!Array.isArray(value)) {
    problems.push({ path: 'record', message: 'must be a list' });
    return [];
  }
  if (value.length > recordLimits.maxEntries) {
    problems.push({ path: 'record', message: `has more than ${recordLimits.maxEntries} entries` });
    return [];
  }
  const seen = new Set<string>();
  return value.flatMap((entry: unknown, at): readonly RecordEntry[] => {
    const path = step('record', at);
    const wrong = (where: string, message: string): void => void problems.push({ path: where, message });
    if (!isObject(entry)) {
      wrong(path, 'must be an object');
      return [];
    }
    const { id, at: time, ...rest } = entry;
    const content = v.safeParse(RecordContent, rest);
    for (const issue of content.issues ?? []) wrong(pathOf(path, issue), issue.message);
    const moment = typeof time === 'string' && time.length <= 40 ? Date.parse(time) : Number.NaN;
    if (!(moment >= 0)) wrong(step(path, 'at'), 'must be a time');
    if (!v.is(RecordId, id)) {
      wrong(step(path, 'id'), `must be 1 to ${recordLimits.maxId} letters and digits`);
      return [];
    }
    if (seen.has(id)) wrong(step(path, 'id'), 'stands twice');
    seen.add(id);
    return content.success && moment >= 0 ? [{ id, at: moment, content: content.output }] : [];
  });
}

function pathOf(base: string, { path }: v.BaseIssue<unknown>): string {
  return (path ?? []).reduce((whole, { key }) => step(whole, typeof key === 'number' ? key : String(key)), base);
}
