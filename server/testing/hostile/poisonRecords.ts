/**
 * Entries of the canvas that a page cannot draw or should not follow. Each passes as a Yjs update; the document's rules must
 * keep it from everybody. `make` gets the key under which it is written and a good record to spoil.
 */
import * as Y from 'yjs';

type Fields = Record<string, unknown>;

export interface Poison {
  readonly name: string;
  /** who keeps it from people: the server undoes it, or every page sets it aside or opens it by the same rule (BIND-6, BIND-12) */
  readonly keptBy: 'server' | 'view';
  /** writes one or more entries whose keys begin with `key` */
  readonly write: (canvas: Y.Map<unknown>, key: string, good: Fields) => void;
}

const entryOf = (base: unknown, fields: Fields = {}): Y.Map<unknown> => {
  const entry = new Y.Map<unknown>();
  entry.set('base', base);
  for (const [name, value] of Object.entries(fields)) entry.set(name, value);
  return entry;
};

const spoiled = (name: string, change: Fields, props: Fields = {}, keptBy: Poison['keptBy'] = 'server'): Poison => ({
  name,
  keptBy,
  write: (canvas, key, good) =>
    canvas.set(key, entryOf({ ...good, id: key, ...change, props: { ...(good['props'] as Fields), ...props } })),
});

const withField = (name: string, field: string, value: unknown, keptBy: Poison['keptBy'] = 'server'): Poison => ({
  name,
  keptBy,
  write: (canvas, key, good) => canvas.set(key, entryOf({ ...good, id: key }, { [field]: value })),
});

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = { deeper: value };
  return value;
};

export const poisonRecords: readonly Poison[] = [
  { name: 'a plain value instead of a record', keptBy: 'server', write: (canvas, key) => canvas.set(key, 'text') },
  { name: 'a text instead of a record', keptBy: 'server', write: (canvas, key) => canvas.set(key, new Y.Text('text')) },
  { name: 'a record without base', keptBy: 'view', write: (canvas, key) => canvas.set(key, new Y.Map()) },
  spoiled('the id of another record', { id: 'shape:another' }),
  spoiled('an unknown kind of record', { typeName: 'ballot' }),
  spoiled('a place at 1e308', { x: 1e308 }),
  spoiled('a place that is no number', { x: Number.NaN }),
  spoiled('an infinite size', {}, { w: Number.POSITIVE_INFINITY }),
  withField('a position at 1e308', 'pos', [1e308, 0, 0]),
  withField('a position that is no number', 'pos', [Number.NaN, 0, 0]),
  withField('a position of two numbers', 'pos', [1, 2]),
  withField('a negative size', 'size', { w: -100, h: -100 }, 'view'),
  withField('the field __proto__', '__proto__', { polluted: true }),
  withField('the field props.__proto__', 'props.__proto__', { polluted: true }),
  withField('the field meta.constructor', 'meta.constructor', 'x'),
  withField('another id', 'id', 'shape:another'),
  spoiled('__proto__ inside meta', { meta: JSON.parse('{"__proto__":{"polluted":true}}') }),
  spoiled('a meta of 100 kB', { meta: { notes: 'x'.repeat(100_000) } }),
  spoiled('a meta nested 500 deep', { meta: { deep: nested(500) } }),
  {
    name: 'a text of 100 kB',
    keptBy: 'server',
    write: (canvas, key, good) =>
      canvas.set(key, entryOf({ ...good, id: key }, { text: new Y.Text('x'.repeat(100_000)) })),
  },
  {
    name: 'itself as its parent',
    keptBy: 'view',
    write: (canvas, key, good) => canvas.set(key, entryOf({ ...good, id: key, parentId: key })),
  },
  {
    name: 'two that are each other’s parent',
    keptBy: 'view',
    write: (canvas, key, good) => {
      canvas.set(`${key}a`, entryOf({ ...good, id: `${key}a`, parentId: `${key}b` }));
      canvas.set(`${key}b`, entryOf({ ...good, id: `${key}b`, parentId: `${key}a` }));
    },
  },
  ...['javascript:alert(1)', 'JaVa\nScript:alert(1)', 'data:text/html,<script>1</script>', ' vbscript:x'].map((url) =>
    spoiled(`the link ${JSON.stringify(url)}`, {}, { url }),
  ),
  {
    name: 'a picture as data in the document',
    keptBy: 'server',
    write: (canvas, key) =>
      canvas.set(
        key.replace('shape:', 'asset:'),
        entryOf({
          id: key.replace('shape:', 'asset:'),
          typeName: 'asset',
          type: 'image',
          props: {
            name: 'x.svg',
            src: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')}`,
            w: 10,
            h: 10,
            mimeType: 'image/svg+xml',
            isAnimated: false,
          },
          meta: {},
        }),
      ),
  },
  {
    name: 'a picture of another host',
    keptBy: 'view',
    write: (canvas, key) =>
      canvas.set(
        key.replace('shape:', 'asset:'),
        entryOf({
          id: key.replace('shape:', 'asset:'),
          typeName: 'asset',
          type: 'image',
          props: {
            name: 'x.png',
            src: 'https://tracker.example/x.png',
            w: 10,
            h: 10,
            mimeType: 'image/png',
            isAnimated: false,
          },
          meta: {},
        }),
      ),
  },
];
