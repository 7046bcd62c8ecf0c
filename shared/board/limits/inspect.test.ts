import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentRules, inspect, type Undone } from './inspect.ts';
import { isSafeAddress } from './isSafeAddress.ts';

/** A document with one record, one entity and the version; what `change` does on a copy is applied to it and inspected. */
function inspected(change: (doc: Y.Doc) => void): { doc: Y.Doc; undone: Undone[] } {
  const doc = new Y.Doc();
  for (const root of ['canvas', 'map', 'meta']) doc.getMap(root);
  doc.transact(() => {
    doc.getMap('meta').set('version', 1);
    doc.getMap('canvas').set('shape:1', record({ pos: [1, 2, 0], text: new Y.Text('hello') }));
    doc.getMap('map').set('organizations', new Y.Map([['o1', record({ name: 'House', stake_note: 1 })]]));
    for (const name of ['acknowledgements', 'actions']) doc.getMap('map').set(name, new Y.Map());
    doc
      .getMap('map')
      .set(
        'interests',
        new Y.Map([
          ['i1', record({ title: 'Housing', description: new Y.Text('long'), parts_of_work: record({ a: 0 }) })],
        ]),
      );
  });
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.transact(() => change(copy));
  let undone: Undone[] = [];
  doc.transact((transaction) => {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)));
    undone = inspect(transaction);
    transaction.local = true;
  });
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  expect(json(copy)).toEqual(json(doc));
  return { doc, undone };
}

const record = (fields: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(fields));
const json = (doc: Y.Doc): Record<string, unknown> =>
  Object.fromEntries(['canvas', 'map', 'meta'].map((root) => [root, doc.getMap(root).toJSON()]));
const before = json(inspected(() => {}).doc);
const shape = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<Y.Map<unknown>>('canvas').get('shape:1') ?? new Y.Map();
const interest = (doc: Y.Doc): Y.Map<unknown> =>
  doc.getMap<Y.Map<Y.Map<unknown>>>('map').get('interests')?.get('i1') ?? new Y.Map();
const textOf = (map: Y.Map<unknown>, key: string): Y.Text => {
  const text = map.get(key);
  if (text instanceof Y.Text) return text;
  throw new Error(`no text under ${key}`);
};

describe('inspect', () => {
  const broken: Record<string, (doc: Y.Doc) => void> = {
    'a number that is not finite': (doc) => shape(doc).set('pos', [Number.NaN, 0, 0]),
    'a coordinate out of bounds': (doc) => shape(doc).set('pos', [1e8, 0, 0]),
    'an unsafe address': (doc) => shape(doc).set('props.url', ' JaVa\nScript:alert(1)'),
    'an unsafe address inside': (doc) =>
      shape(doc).set('richText', { content: [{ attrs: { href: 'data:text/html,x' } }] }),
    'a picture inside the document': (doc) => shape(doc).set('props.src', 'data:image/svg+xml,<svg/>'),
    'a refused key': (doc) => shape(doc).set('meta', JSON.parse('{"toJSON":1}')),
    'a rating of an organization, which is for facilitators only': (doc) =>
      doc.getMap<Y.Map<Y.Map<unknown>>>('map').get('organizations')?.get('o1')?.set('influence', 5),
    'a new organization with a rating': (doc) =>
      doc
        .getMap<Y.Map<unknown>>('map')
        .get('organizations')
        ?.set('o2', record({ name: 'New', stake: 2 })),
    'an accepted finding that rests on a rating': (doc) =>
      doc
        .getMap<Y.Map<unknown>>('map')
        .get('acknowledgements')
        ?.set('a1', record({ rule: 'REP-6', subject: 'organization:o1', reason: 'Known', seen: '' })),
    'an action that comes from a finding on a rating': (doc) =>
      doc
        .getMap<Y.Map<unknown>>('map')
        .get('actions')
        ?.set('x1', record({ title: 'Ask them', source: 'finding:REP-6:organization:o1' })),
    'a kind of record that nobody knows': (doc) =>
      doc.getMap('canvas').set('shape:2', record({ base: { id: 'shape:2', typeName: 'ballot' } })),
    'a record under another key than its id': (doc) =>
      doc.getMap('canvas').set('shape:2', record({ base: { id: 'shape:3', typeName: 'shape' } })),
    'another id': (doc) => shape(doc).set('id', 'shape:3'),
    'a position of two numbers': (doc) => shape(doc).set('pos', [1, 2]),
    'a field that would change an object’s nature': (doc) => shape(doc).set('props.__proto__', { polluted: true }),
    'a record that is not a map': (doc) => doc.getMap('canvas').set('shape:2', 5),
    'a record that is a text': (doc) => doc.getMap('canvas').set('shape:2', new Y.Text('x')),
    'a record replaced by something else': (doc) => doc.getMap('canvas').set('shape:1', 'gone'),
    'a map inside a record': (doc) => shape(doc).set('inner', new Y.Map([['a', 1]])),
    'a list inside a record': (doc) => shape(doc).set('inner', new Y.Array()),
    'a record that is too large': (doc) =>
      doc.getMap('canvas').set('shape:2', record({ a: 'x'.repeat(40_000), b: 'x'.repeat(40_000) })),
    'a field that makes its record too large': (doc) =>
      shape(doc).set('base', 'x'.repeat(documentRules.maxRecordBytes)),
    'a text that is too long': (doc) => textOf(shape(doc), 'text').insert(2, 'x'.repeat(documentRules.maxTextLength)),
    'an attribute of a text': (doc) => textOf(shape(doc), 'text').setAttribute('a', 1),
    'a type inside a text': (doc) => textOf(shape(doc), 'text').insertEmbed(1, new Y.Map()),
    'an id that is too long': (doc) => doc.getMap('canvas').set('x'.repeat(200), record({})),
    'the version changed': (doc) => doc.getMap('meta').set('version', 9),
    'the version deleted': (doc) => doc.getMap('meta').delete('version'),
    'a collection deleted': (doc) => doc.getMap('map').delete('interests'),
    'a collection replaced': (doc) => doc.getMap('map').set('interests', new Y.Map()),
    'an unknown collection': (doc) => doc.getMap('map').set('secrets', new Y.Map()),
    'an entity that is not a map': (doc) => doc.getMap<Y.Map<unknown>>('map').get('interests')?.set('i2', 1),
    'a member that is a map': (doc) => interest(doc).set('parts_of_work', record({ a: new Y.Map() })),
    'a website that runs a script': (doc) => interest(doc).set('website', 'vbscript:x'),
  };
  for (const [name, change] of Object.entries(broken)) {
    it(`[ADMIT-7] undoes ${name} and keeps what was there`, () => {
      const { doc, undone } = inspected(change);
      expect(json(doc)).toEqual(before);
      expect(undone).toHaveLength(1);
    });
  }

  const fine: Record<string, (doc: Y.Doc) => void> = {
    'moves, texts and new records': (doc) => {
      shape(doc).set('pos', [-5, 3.25, 1]);
      textOf(shape(doc), 'text').insert(0, 'bold', { bold: true });
      doc.getMap('canvas').set(
        'asset:1',
        record({
          base: { id: 'asset:1', typeName: 'asset', props: { src: '/api/boards/x/assets/y', fileSize: 10_485_760 } },
          'meta.at': 1.7e12,
        }),
      );
    },
    'large numbers in the map': (doc) => interest(doc).set('population', 331_000_000),
    'members added one by one': (doc) => {
      const members = interest(doc).get('parts_of_work');
      if (members instanceof Y.Map) members.set('b', 1);
    },
    'a known collection that was missing': (doc) =>
      doc.getMap('map').set('placements', new Y.Map([['o1', record({ name: 'x' })]])),
    'a deleted record': (doc) => doc.getMap('canvas').delete('shape:1'),
  };
  for (const [name, change] of Object.entries(fine)) {
    it(`[ADMIT-7] leaves alone ${name}`, () => {
      const { doc, undone } = inspected(change);
      expect(undone).toEqual([]);
      expect(json(doc)).not.toEqual(before);
    });
  }

  it('[ADMIT-7] names the part that it undid', () => {
    let client = 0;
    const { undone } = inspected((doc) => {
      client = doc.clientID;
      shape(doc).set('pos', [1e300, 0, 0]);
    });
    expect(undone).toEqual([{ client, clock: 0 }]);
  });
});

describe('isSafeAddress', () => {
  it('[ADMIT-7] takes addresses of the web and of this server, nothing that runs or hides', () => {
    for (const address of [
      '',
      'https://example.org/a?b#c',
      'HTTP://x.org',
      'mailto:a@example.org',
      '/api/boards/x',
      'example.org/a:b',
      '#k',
      'asset:1',
      'https://x.org/@me',
    ])
      expect(isSafeAddress(address), address).toBe(true);
    for (const address of [
      'javascript:alert(1)',
      'JaVa\nScript:x',
      '\u0000javascript:x',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc',
      'blob:x',
      'https://user:pw@x.org',
      '//u@x.org',
      'java\u200bscript:x',
    ])
      expect(isSafeAddress(address), address).toBe(false);
  });
});
