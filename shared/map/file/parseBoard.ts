/** Reads a file in the template format, whole or partial, into a map; or names every error by its path (MAP-2, MAP-3). */
import type { CollectionName } from '../collections.ts';
import { Day, name, text } from '../../kinds/fields.ts';
import { indexSequence } from '../fractionalIndex.ts';
import { measurementId } from '#shared/kinds/ids.ts';
import { type Lists, mapOf, type PartnershipMap } from '../PartnershipMap.ts';
import {
  type BoardInfo,
  besideBoard,
  boardFormat,
  listFormats,
  type ListFormat,
  maxEntities,
  trustFormats,
} from './boardFormat.ts';
import { checkBoard, type Place } from './checkBoard.ts';
import { type Problem, step } from './Problem.ts';
import { isObject, readEntity, readValue } from './readEntity.ts';

export type ParsedBoard =
  | { readonly ok: true; readonly map: PartnershipMap; readonly info: BoardInfo }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Text of a file -> map, or every error. */
export function parseBoardText(source: string): ParsedBoard {
  let value: unknown;
  try {
    value = JSON.parse(source.startsWith('\uFEFF') ? source.slice(1) : source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    return { ok: false, problems: [{ path: '', message: `The file is not JSON: ${reason.slice(0, 200)}` }] };
  }
  return parseBoard(value);
}

/** Content of a file -> map, or every error. */
export function parseBoard(value: unknown): ParsedBoard {
  if (!isObject(value)) return { ok: false, problems: [{ path: '', message: 'The file must hold one JSON object.' }] };
  const reader = new BoardReader();
  const info = reader.readInfo(value);
  reader.readAll(value);
  const map = mapOf(reader.lists());
  if (reader.problems.length === 0) checkBoard(map, reader.places, reader.present, reader.problems);
  return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, map, info };
}

/** Lives for one file: collects entities, where they stood, and problems. */
class BoardReader {
  readonly problems: Problem[] = [];
  readonly present = new Set<CollectionName>();
  /** entity -> its path in the file */
  readonly places: Place = new Map();
  /** interest -> the place on the ring that the file gives it */
  private readonly ranks = new Map<object, number>();
  private readonly found = new Map<CollectionName, Record<string, unknown>[]>();

  readInfo(file: Readonly<Record<string, unknown>>): BoardInfo {
    const read = (key: string, schema: Parameters<typeof readValue>[0]) => {
      const value = Object.hasOwn(file, key) ? readValue(schema, file[key], key, this.problems) : undefined;
      return typeof value === 'string' ? value : '';
    };
    if (Object.hasOwn(file, 'format') && file['format'] !== boardFormat)
      this.problems.push({ path: 'format', message: `must be "${boardFormat}"` });
    const asOf = read('as_of', Day);
    return {
      as_of: asOf === '' ? null : asOf,
      id: read('id', name()),
      title: read('title', name()),
      summary: read('summary', text()),
      language: read('language', name()),
    };
  }

  readAll(file: Readonly<Record<string, unknown>>): void {
    for (const [key, value] of Object.entries(file)) {
      const format = Object.hasOwn(listFormats, key) ? listFormats[key] : undefined;
      if (key === 'partnership' || key === 'goal') this.readOne(key, value);
      else if (key === 'sectors') this.readSectors(value);
      else if (key === 'trust') this.readTrust(value);
      else if (format) this.readList(format, value, key);
      else if (!besideBoard.some((known) => known === key))
        this.problems.push({ path: step('', key), message: 'is not a key of this format' });
    }
  }

  /** Each entity with its order, in table order. */
  lists(): Lists {
    const lists: Record<string, unknown> = {};
    for (const [collection, entities] of this.found) {
      if (collection === 'interests') entities.sort((a, b) => (this.ranks.get(a) ?? 0) - (this.ranks.get(b) ?? 0));
      const orders = indexSequence(entities.length);
      for (const [at, entity] of entities.entries()) {
        entity['order'] = collection === 'partnership' || collection === 'goal' ? '' : (orders[at] ?? '');
      }
      lists[collection] = entities;
    }
    // every field of every entity was read by the schema of its collection
    return lists;
  }

  private add(collection: CollectionName, entity: Record<string, unknown>, path: string): void {
    const list = this.found.get(collection) ?? [];
    list.push(entity);
    this.found.set(collection, list);
    this.places.set(entity, path);
  }

  private readOne(collection: 'partnership' | 'goal', value: unknown): void {
    const withId = isObject(value) && !Object.hasOwn(value, 'id') ? { ...value, id: collection } : value;
    const entity = readEntity(collection, withId, collection, {}, {}, this.problems);
    if (entity) this.add(collection, entity, collection);
  }

  private readItems(value: unknown, path: string, read: (item: unknown, at: number) => void): void {
    if (value === null) return;
    if (!Array.isArray(value)) this.problems.push({ path, message: 'must be a list' });
    else if (value.length > maxEntities) this.problems.push({ path, message: `has more than ${maxEntities} entries` });
    else for (const [at, item] of value.entries()) read(item, at);
  }

  private readList(format: ListFormat, value: unknown, path: string): void {
    this.present.add(format.collection);
    this.readItems(value, path, (item, at) => {
      const here = step(path, at);
      const entity = readEntity(format.collection, item, here, {}, format, this.problems);
      if (!entity || !isObject(item)) return;
      if (format.idOf) entity['id'] = format.idOf(entity, at);
      if (format.collection === 'interests') this.ranks.set(entity, this.readOrder(item, at, here));
      if (format.collection === 'indicators') this.readSeries(item, String(entity['id']), here);
      this.add(format.collection, entity, here);
    });
  }

  private readOrder(item: Readonly<Record<string, unknown>>, at: number, path: string): number {
    const order = item['order'];
    if (order === undefined || order === null) return at + 1;
    if (typeof order === 'number' && Number.isFinite(order)) return order;
    this.problems.push({ path: step(path, 'order'), message: 'must be a number' });
    return at + 1;
  }

  private readSeries(item: Readonly<Record<string, unknown>>, indicator: string, path: string): void {
    this.present.add('measurements');
    if (item['series'] === undefined) return;
    this.readItems(item['series'], step(path, 'series'), (row, at) => {
      const here = step(step(path, 'series'), at);
      const entity = readEntity(
        'measurements',
        row,
        here,
        { indicator_id: indicator },
        { derived: ['id', 'indicator_id'] },
        this.problems,
      );
      if (!entity) return;
      entity['id'] = measurementId(
        indicator,
        String(entity['date']),
        String(entity['group']),
        String(entity['status']),
      );
      this.add('measurements', entity, here);
    });
  }

  private readSectors(value: unknown): void {
    this.present.add('sectors');
    this.readItems(value, 'sectors', (item, at) => {
      const here = step('sectors', at);
      const entity = readEntity('sectors', typeof item === 'string' ? { id: item } : item, here, {}, {}, this.problems);
      if (entity) this.add('sectors', entity, here);
    });
  }

  private readTrust(value: unknown): void {
    if (value === null) return;
    if (!isObject(value)) {
      this.problems.push({ path: 'trust', message: 'must be an object' });
      return;
    }
    for (const [key, list] of Object.entries(value)) {
      const format = Object.hasOwn(trustFormats, key) ? trustFormats[key] : undefined;
      if (format) this.readList(format, list, step('trust', key));
      else this.problems.push({ path: step('trust', key), message: 'is not a field here' });
    }
  }
}
