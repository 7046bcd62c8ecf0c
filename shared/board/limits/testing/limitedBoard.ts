/** For tests: a board with a map and drawings, and what becomes of what a participant does to it. */
import { expect } from 'vitest';
import * as Y from 'yjs';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { applyChanges } from '#shared/board/mapDocument.ts';
import { writeRecord } from '#shared/board/record.ts';
import type { ToolGroup } from '#shared/kinds/toolGroups.ts';
import type { CollectionName } from '#shared/map/collections.ts';
import { permitsOf, type Permits } from '#shared/workshop/permits.ts';
import { emptyWorkshop, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import { enforce, type Withdrawn } from '../enforce.ts';

const rich = (text: string, marks: readonly object[] = []) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text, ...(marks.length > 0 && { marks }) }] }],
});

export const shape = (id: string, type: string, more: object = {}) => ({
  id: `shape:${id}`,
  typeName: 'shape',
  type,
  x: 1,
  y: 2,
  rotation: 0,
  parentId: 'page:page',
  index: 'a1',
  props: type === 'note' ? { richText: rich('Hello', [{ type: 'bold' }]), color: 'yellow' } : { w: 5, h: 5 },
  meta: {},
  ...more,
});

export const records = [
  shape('note', 'note'),
  shape('box', 'geo'),
  shape('group', 'group'),
  shape('inside', 'geo', { parentId: 'shape:group' }),
  shape('beside', 'geo', { parentId: 'shape:group' }),
  shape('arrow', 'arrow', { props: { text: '' } }),
  shape('picture', 'image', { props: { assetId: 'asset:1', w: 1, h: 1 } }),
  { id: 'asset:1', typeName: 'asset', type: 'image', props: {}, meta: {} },
  {
    id: 'binding:1',
    typeName: 'binding',
    type: 'arrow',
    fromId: 'shape:arrow',
    toId: 'shape:box',
    props: {},
    meta: {},
  },
];

function board(): Y.Doc {
  const doc = new Y.Doc();
  for (const root of ['canvas', 'map', 'meta']) doc.getMap(root);
  Y.applyUpdate(doc, firstDocument());
  doc.transact(() => {
    for (const record of records) writeRecord(doc.getMap('canvas'), record);
    const add = (collection: CollectionName, id: string, entity: object) =>
      applyChanges(doc, [{ op: 'add', collection, id, entity: { id, ...entity } } as never], null);
    add('interests', 'i1', { title: 'Housing', description: 'long', parts_of_work: [] });
    add('interests', 'i2', { title: 'Work', description: '', parts_of_work: [] });
    add('organizations', 'o1', { name: 'House', note: '' });
    add('organizations', 'o2', { name: 'Mill', note: '' });
    add('placements', 'p1', { organization_id: 'o1', interest_id: 'i1', position: [1, 2] });
    add('placements', 'p2', { organization_id: 'o2', interest_id: 'i1', position: [3, 4] });
    add('iterations', '1', { number: 1, title: 'First', focus_question: 'Why?', status: 'open' });
    add('notes', 'n1', { iteration: 1, text: 'why', links: [], conditions: [] });
    add('bodies', 'b1', { name: 'Board', purpose: '', interest_ids: ['i1'] });
    add('representatives', 'r1', { organization_id: 'o1', role_title: 'Lead', interest_ids: null });
    add('seats', 's1', { body_id: 'b1', representative_id: 'r1', voting: true });
    add('lines', 'l1', { from: 'organization:o1', to: 'body:b1', for_what: '' });
  });
  return doc;
}

export const permits = (change: Partial<WorkshopState> & { readonly tools?: ToolGroup[] }): Permits => {
  const { tools, ...session } = change;
  const step = {
    id: 's',
    title: 's',
    minutes: 1,
    instruction: '',
    view: 'free',
    stage: null,
    tools: tools ?? null,
    activity: null,
  } as const;
  const agenda = [{ ...step, tools: tools ?? null }];
  return permitsOf({ ...emptyWorkshop, skeletonOpen: false, agenda, step: 's', ...session });
};
export const locked = (...locks: string[]) => permits({ locks });

export const entityOf = (doc: Y.Doc, collection: string, id: string): Y.Map<unknown> | undefined =>
  doc.getMap<Y.Map<Y.Map<unknown>>>('map').get(collection)?.get(id);
export const collectionOf = (doc: Y.Doc, collection: string): Y.Map<unknown> => {
  const found = doc.getMap<Y.Map<unknown>>('map').get(collection);
  if (found === undefined) throw new Error(collection);
  return found;
};
export const canvasOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('canvas');
export const recordOf = (doc: Y.Doc, id: string): Y.Map<unknown> => {
  const found = canvasOf(doc).get(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
export const textOf = (record: Y.Map<unknown> | undefined, key: string): Y.Text => {
  const text = record?.get(key);
  if (text instanceof Y.Text) return text;
  throw new Error(`no text under ${key}`);
};

export const partsOf = (doc: Y.Doc): Y.Map<unknown> => {
  const parts = entityOf(doc, 'interests', 'i1')?.get('parts_of_work');
  if (parts instanceof Y.Map) return parts;
  throw new Error('no parts');
};

/** Texts with their formatting. */
export function content(doc: Y.Doc): Record<string, unknown> {
  const plain = (value: unknown): unknown => {
    if (value instanceof Y.Text) return value.toDelta();
    if (value instanceof Y.Map) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
    return value;
  };
  return { canvas: plain(doc.getMap('canvas')), map: plain(doc.getMap('map')) };
}

/** The board after one of its participants did something that the server enforced; their own page is checked as well. */
export function after(
  limits: Permits,
  act: (doc: Y.Doc) => void,
  first: (doc: Y.Doc) => void = () => {},
): { doc: Y.Doc; withdrawn: Withdrawn[]; before: Record<string, unknown> } {
  const doc = board();
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
  page.transact(() => act(page));
  doc.transact(() => first(doc));
  const before = content(doc);
  let withdrawn: Withdrawn[] = [];
  doc.transact((transaction) => {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(page, Y.encodeStateVector(doc)));
    withdrawn = enforce(transaction, limits);
    transaction.local = true;
  });
  Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
  expect(content(page)).toEqual(content(doc));
  return { doc, withdrawn, before };
}

export const unchanged = (result: { doc: Y.Doc; before: object }) => expect(content(result.doc)).toEqual(result.before);
