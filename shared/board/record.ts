/**
 * A record of the canvas in the document, and back. `canvas[id]` is a Y.Map:
 *   base     the record as it was created, once, without its text
 *   pos      [x, y, rotation]                       } fields that one gesture changes together are one field
 *   size     { w, h, scale } as far as it has them   }
 *   text     Y.Text: its one text, made with the record, so that two people who begin to type at once share it
 *   <field>  any other field that changed: `index`, `props.color`, `meta.key`; undefined = taken away
 * Rich text that is more than paragraphs stands whole under its field and then counts instead of `text`.
 * Knows yjs and plain objects; nothing of tldraw. Reading never throws: what cannot be read is a named problem.
 */
import * as Y from 'yjs';
import { same } from './same.ts';
import { plainRuns, plainOf, richTextRuns, runsToRichText, type Run } from './text.ts';
import { runsOf, writeTextEdit } from './textEdit.ts';

/** What every record has; its other fields are plain JSON. */
export interface CanvasRecord {
  readonly id: string;
  readonly typeName: string;
}

export const recordProblems = ['not-a-map', 'no-base', 'wrong-id', 'bad-key', 'bad-field', 'bad-text'] as const;
export type RecordProblem = (typeof recordProblems)[number];

/** The record of an entry, or why it cannot be read. */
export type RecordRead =
  | { readonly ok: true; readonly record: CanvasRecord & Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problem: RecordProblem };

type Fields = Record<string, unknown>;
const keys = { base: 'base', pos: 'pos', size: 'size', text: 'text' } as const;
const sizeFields = ['w', 'h', 'scale'];
/** A record keeps these for life; a change of them is another record. */
const identityFields = ['id', 'typeName', 'type', 'props', 'meta'];
const unsafeNames = ['__proto__', 'constructor', 'prototype'];

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType);
const isNumbers = (values: readonly unknown[]): values is number[] =>
  values.every((value) => typeof value === 'number');

/** Where the one text of a record stands, if it has one. */
interface TextField {
  readonly group: 'props' | null;
  readonly name: string;
  readonly rich: boolean;
}

function textFieldOf(record: Fields): TextField | null {
  if (record['typeName'] === 'page') return { group: null, name: 'name', rich: false };
  if (record['typeName'] !== 'shape' || !isObject(record['props'])) return null;
  if (record['type'] === 'note' || record['type'] === 'geo' || record['type'] === 'text')
    return { group: 'props', name: 'richText', rich: true };
  if (record['type'] === 'arrow') return { group: 'props', name: 'text', rich: false };
  if (record['type'] === 'frame') return { group: 'props', name: 'name', rich: false };
  return null;
}

const fieldKey = (field: TextField) => (field.group === null ? field.name : `${field.group}.${field.name}`);

function textValueOf(record: Fields, field: TextField): unknown {
  const holder = field.group === null ? record : record[field.group];
  return isObject(holder) ? holder[field.name] : undefined;
}

/** The runs of a text value, or null when only the whole value can say it. */
function runsOfValue(value: unknown, field: TextField): Run[] | null {
  if (field.rich) return richTextRuns(value);
  return typeof value === 'string' ? plainRuns(value) : null;
}

/** Adds a record. A record that is there already gets only what differs. */
export function writeRecord(canvas: Y.Map<unknown>, record: CanvasRecord): void {
  const there = canvas.has(record.id) ? readRecord(record.id, canvas.get(record.id)) : null;
  if (there?.ok) {
    writeChanges(canvas, there.record, record);
    return;
  }
  const base = fieldsOf(record);
  const entry = new Y.Map<unknown>();
  const field = textFieldOf(base);
  if (field) {
    const value = textValueOf(base, field);
    const runs = runsOfValue(value, field);
    if (runs) entry.set(keys.text, newText(runs));
    else if (value !== undefined) {
      entry.set(keys.text, newText(field.rich ? plainRuns('\n') : []));
      entry.set(fieldKey(field), value);
    }
    entry.set(keys.base, without(base, field));
  } else {
    entry.set(keys.base, base);
  }
  canvas.set(record.id, entry);
}

/**
 * Writes what changed between two states of a record. False when the record is gone from the document: deleting wins, and
 * nothing is written.
 */
export function writeChanges(canvas: Y.Map<unknown>, before: CanvasRecord, after: CanvasRecord): boolean {
  const entry = canvas.get(after.id);
  if (!(entry instanceof Y.Map)) return false;
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  const field = textFieldOf(is);
  const flatWas = flatten(was, field);
  const flatIs = flatten(is, field);
  for (const [key, value] of flatIs) {
    if (!same(flatWas.get(key), value)) entry.set(key, value);
  }
  for (const key of flatWas.keys()) {
    if (!flatIs.has(key)) entry.set(key, undefined);
  }
  if (field && !same(textValueOf(was, field), textValueOf(is, field)))
    writeText(entry, field, textValueOf(was, field), textValueOf(is, field));
  return true;
}

function writeText(entry: Y.Map<unknown>, field: TextField, before: unknown, after: unknown): void {
  const runs = runsOfValue(after, field);
  if (!runs) {
    entry.set(fieldKey(field), after);
    return;
  }
  if (entry.has(fieldKey(field))) entry.delete(fieldKey(field));
  const text = entry.get(keys.text);
  if (text instanceof Y.Text) writeTextEdit(text, runsOfValue(before, field) ?? runsOf(text), runs);
  else entry.set(keys.text, newText(runs));
}

/** Takes a record away. False when it was gone already. */
export function removeRecord(canvas: Y.Map<unknown>, id: string): boolean {
  if (!canvas.has(id)) return false;
  canvas.delete(id);
  return true;
}

/** Reads the entry of one record. */
export function readRecord(id: string, entry: unknown): RecordRead {
  if (!(entry instanceof Y.Map)) return { ok: false, problem: 'not-a-map' };
  const base: unknown = entry.get(keys.base);
  if (!isObject(base) || typeof base['typeName'] !== 'string') return { ok: false, problem: 'no-base' };
  if (base['id'] !== id) return { ok: false, problem: 'wrong-id' };
  const record: Fields & CanvasRecord = { ...base, id, typeName: base['typeName'] };
  for (const group of ['props', 'meta'] as const) {
    if (isObject(record[group])) record[group] = { ...record[group] };
  }
  for (const [key, value] of entry.entries()) {
    const problem = key === keys.base || key === keys.text ? null : readField(record, key, value);
    if (problem) return { ok: false, problem };
  }
  const field = textFieldOf(record);
  if (field && !readText(record, field, entry)) return { ok: false, problem: 'bad-text' };
  return { ok: true, record };
}

function readField(record: Fields, key: string, value: unknown): RecordProblem | null {
  if (value instanceof Y.AbstractType) return 'bad-field';
  if (key === keys.pos) {
    if (!Array.isArray(value) || value.length !== 3 || !isNumbers(value)) return 'bad-field';
    [record['x'], record['y'], record['rotation']] = value;
    return null;
  }
  if (key === keys.size) {
    if (!isObject(value) || !isObject(record['props'])) return 'bad-field';
    for (const name of sizeFields) {
      if (Object.hasOwn(value, name)) record['props'][name] = value[name];
      else delete record['props'][name];
    }
    return null;
  }
  const dot = key.indexOf('.');
  const group = dot > 0 ? key.slice(0, dot) : null;
  const name = key.slice(dot + 1);
  if (unsafeNames.includes(name) || (group === null && identityFields.includes(name))) return 'bad-key';
  if (group !== null && group !== 'props' && group !== 'meta') return 'bad-key';
  const holder = group === null ? record : record[group];
  if (!isObject(holder)) return 'bad-field';
  if (value === undefined) delete holder[name];
  else holder[name] = value;
  return null;
}

function readText(record: Fields, field: TextField, entry: Y.Map<unknown>): boolean {
  const whole: unknown = entry.get(fieldKey(field));
  if (whole !== undefined && (field.rich || typeof whole === 'string')) return true;
  const text = entry.get(keys.text);
  if (text !== undefined && !(text instanceof Y.Text)) return false;
  const holder = field.group === null ? record : record[field.group];
  if (!isObject(holder)) return false;
  // A record that somebody wrote without `text` says what its base says.
  if (!text) holder[field.name] ??= field.rich ? runsToRichText([]) : '';
  else holder[field.name] = field.rich ? runsToRichText(runsOf(text)) : plainOf(runsOf(text));
  return true;
}

function newText(runs: readonly Run[]): Y.Text {
  const text = new Y.Text();
  text.applyDelta(runs.map((run) => ({ insert: run.text, attributes: { ...run.attributes } })));
  return text;
}

function fieldsOf(record: CanvasRecord): Fields {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function without(record: Fields, field: TextField): Fields {
  const { [field.name]: _text, ...rest } = field.group === null ? record : (record[field.group] as Fields);
  return field.group === null ? rest : { ...record, [field.group]: rest };
}

/** Field key -> value, as they stand in an entry; without identity and text. */
function flatten(record: Fields, text: TextField | null): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  const { x, y, rotation, props, meta, ...top } = record;
  if (isNumbers([x, y, rotation])) flat.set(keys.pos, [x, y, rotation]);
  for (const [name, value] of Object.entries(top)) {
    if (!identityFields.includes(name) && !unsafeNames.includes(name)) flat.set(name, value);
  }
  const size: Fields = {};
  for (const [group, fields] of [
    ['props', props],
    ['meta', meta],
  ] as const) {
    if (!isObject(fields)) continue;
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined || unsafeNames.includes(name)) continue;
      if (group === 'props' && record['typeName'] === 'shape' && sizeFields.includes(name)) size[name] = value;
      else flat.set(`${group}.${name}`, value);
    }
  }
  if (Object.keys(size).length > 0) flat.set(keys.size, size);
  if (text) flat.delete(fieldKey(text));
  return flat;
}
