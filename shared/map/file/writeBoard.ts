/** Writes a map in the template format (MAP-4). What has its default is not written; list order carries the order. */
import * as v from 'valibot';
import { type CollectionName, schemaOf } from '../collections.ts';
import { entitiesOf, type PartnershipMap } from '../PartnershipMap.ts';
import { boardFormat, type BoardInfo, listFormats, type ListFormat, trustFormats } from './boardFormat.ts';

type Fields = Readonly<Record<string, unknown>>;

function isDefault(schema: v.GenericSchema, value: unknown): boolean {
  if (schema.type !== 'nullish') return false;
  const byDefault = v.safeParse(schema, undefined);
  return byDefault.success && JSON.stringify(byDefault.output) === JSON.stringify(value);
}

function written(
  collection: CollectionName,
  entity: Fields,
  format: Omit<ListFormat, 'collection'>,
): Record<string, unknown> {
  const entries: Readonly<Record<string, v.GenericSchema>> = schemaOf(collection).entries;
  const left = new Set(['order', ...(format.derived ?? [])]);
  const always = new Set([...(format.needed ?? []), ...(format.written ?? [])]);
  return Object.fromEntries(
    Object.entries(entries).flatMap(([field, schema]): [string, unknown][] => {
      const value = entity[field];
      if (left.has(field) || (!always.has(field) && isDefault(schema, value))) return [];
      return [[field, value]];
    }),
  );
}

function without(map: PartnershipMap, fields: NonNullable<WriteOptions['leaveOut']>): PartnershipMap {
  const names = fields.includes('display_name') ? { display_name: '' } : {};
  const writers = fields.includes('by') ? { by: '' } : {};
  const ratings = {
    ...(fields.includes('influence') ? { influence: null } : {}),
    ...(fields.includes('stake') ? { stake: null } : {}),
  };
  return {
    ...map,
    representatives: map.representatives.map((person) => ({ ...person, ...names })),
    organizations: map.organizations.map((organization) => ({ ...organization, ...ratings })),
    ideas: map.ideas.map((idea) => ({ ...idea, ...writers })),
  };
}

function list(map: PartnershipMap, format: ListFormat): Record<string, unknown>[] {
  const entities: readonly Fields[] = entitiesOf(map, format.collection);
  return entities.map((entity) => written(format.collection, entity, format));
}

/** Fields that name people. */
export const personNames = ['display_name', 'by'] as const;

export interface WriteOptions {
  /** fields that the reader must not get; names of people are left out unless somebody asks for them */
  readonly leaveOut?: readonly ('display_name' | 'by' | 'influence' | 'stake')[];
}

/** The file as an object; whole boards have every list, also empty ones. */
export function writeBoard(
  whole: PartnershipMap,
  info: Partial<BoardInfo> = {},
  { leaveOut = personNames }: WriteOptions = {},
): Record<string, unknown> {
  const map = without(whole, leaveOut);
  const series = new Map<string, Record<string, unknown>[]>();
  for (const row of map.measurements) {
    const rows = series.get(row.indicator_id) ?? [];
    rows.push(written('measurements', row, { derived: ['id', 'indicator_id'] }));
    series.set(row.indicator_id, rows);
  }
  const lists = Object.fromEntries(Object.entries(listFormats).map(([key, format]) => [key, list(map, format)]));
  const trust = Object.fromEntries(Object.entries(trustFormats).map(([key, format]) => [key, list(map, format)]));
  return {
    format: boardFormat,
    ...Object.fromEntries(Object.entries(info).filter(([, value]) => value !== null && value !== undefined)),
    partnership: written('partnership', map.partnership, {}),
    goal: written('goal', map.goal, {}),
    sectors: map.sectors.map((sector) => (sector.label === '' ? sector.id : written('sectors', sector, {}))),
    ...lists,
    indicators: map.indicators.map((indicator) => ({
      ...written('indicators', indicator, {}),
      series: series.get(indicator.id) ?? [],
    })),
    interests: map.interests.map((interest, place) => ({ ...written('interests', interest, {}), order: place + 1 })),
    trust,
  };
}

/** The text of a file: one record per line, so that changes read well. */
export function boardText(board: Fields): string {
  const lines = Object.entries(board).map(([key, value]) => {
    const records =
      Array.isArray(value) && value.length > 0
        ? `[\n  ${value.map((one) => JSON.stringify(one)).join(',\n  ')}\n ]`
        : null;
    return ` ${JSON.stringify(key)}: ${records ?? JSON.stringify(value)}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
