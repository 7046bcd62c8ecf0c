import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { lockKey, permitRefusal, rightOf, rightOfRecord } from '#shared/workshop/permits.ts';
import { skeletonGroups, type ToolGroup, toolGroups } from '#shared/kinds/toolGroups.ts';
import { writeRecord } from '#shared/board/record.ts';
import { same } from '#shared/board/same.ts';
import {
  shape,
  records,
  permits,
  locked,
  entityOf,
  collectionOf,
  canvasOf,
  recordOf,
  textOf,
  partsOf,
  content,
  after,
  unchanged,
} from './testing/limitedBoard.ts';

describe('locks', () => {
  const acts: Record<string, (doc: Y.Doc) => void> = {
    'is moved': (doc) => recordOf(doc, 'shape:note').set('pos', [50, 60, 0]),
    'gets another color': (doc) => recordOf(doc, 'shape:note').set('props.color', 'red'),
    'is written into': (doc) => textOf(recordOf(doc, 'shape:note'), 'text').insert(2, 'XYZ'),
    'loses words': (doc) => textOf(recordOf(doc, 'shape:note'), 'text').delete(1, 3),
    'loses its bold': (doc) => textOf(recordOf(doc, 'shape:note'), 'text').format(0, 5, { bold: null }),
    'gets italics': (doc) => textOf(recordOf(doc, 'shape:note'), 'text').format(1, 2, { italic: {} }),
    'is deleted': (doc) => canvasOf(doc).delete('shape:note'),
    'is replaced': (doc) => canvasOf(doc).set('shape:note', new Y.Map([['base', shape('note', 'geo')]])),
    'is deleted and made anew': (doc) => {
      canvasOf(doc).delete('shape:note');
      writeRecord(doc.getMap('canvas'), shape('note', 'note', { x: 9 }));
    },
    'loses its text': (doc) => recordOf(doc, 'shape:note').delete('text'),
    'is taken into a group': (doc) => recordOf(doc, 'shape:note').set('parentId', 'shape:group'),
  };
  it.each(Object.entries(acts))('[SESSION-21] a locked note stays as it was when it %s', (_name, act) => {
    const result = after(locked('canvas:shape:note'), act);
    unchanged(result);
    expect(result.withdrawn.length).toBeGreaterThan(0);
    expect(result.withdrawn.every(({ reason }) => reason === 'locked')).toBe(true);
    expect(content(after(locked('canvas:shape:box'), act).doc)).not.toEqual(result.before);
  });

  it('[SESSION-21] of everything that is dragged at once only what is locked stays', () => {
    const { doc } = after(locked('canvas:shape:box'), (page) => {
      for (const id of ['shape:note', 'shape:box', 'shape:arrow']) recordOf(page, id).set('pos', [9, 9, 0]);
    });
    expect(recordOf(doc, 'shape:note').get('pos')).toEqual([9, 9, 0]);
    expect(recordOf(doc, 'shape:arrow').get('pos')).toEqual([9, 9, 0]);
    expect(recordOf(doc, 'shape:box').get('pos')).not.toEqual([9, 9, 0]);
  });

  it('[SESSION-21] an entity keeps its fields, its texts, its lists and its existence', () => {
    const limits = locked('map:interests/i1', 'map:placements/p1');
    unchanged(after(limits, (doc) => entityOf(doc, 'interests', 'i1')?.set('title', 'X')));
    unchanged(after(limits, (doc) => textOf(entityOf(doc, 'interests', 'i1'), 'description').insert(0, 'X')));
    unchanged(after(limits, (doc) => partsOf(doc).set('a', 0)));
    unchanged(after(limits, (doc) => collectionOf(doc, 'interests').delete('i1')));
    unchanged(after(limits, (doc) => entityOf(doc, 'placements', 'p1')?.set('position', [9, 9])));
    unchanged(after(limits, (doc) => entityOf(doc, 'placements', 'p1')?.set('interest_id', 'i2')));
    const free = after(limits, (doc) => entityOf(doc, 'interests', 'i2')?.set('title', 'X'));
    expect(entityOf(free.doc, 'interests', 'i2')?.get('title')).toBe('X');
    expect(free.withdrawn).toEqual([]);
  });

  it('[SESSION-21] what holds a locked record neither moves nor goes, and what is in it comes back', () => {
    const limits = locked('canvas:shape:inside');
    unchanged(after(limits, (doc) => recordOf(doc, 'shape:group').set('pos', [9, 9, 0])));
    unchanged(
      after(limits, (doc) => {
        for (const id of ['shape:inside', 'shape:beside', 'shape:group']) canvasOf(doc).delete(id);
      }),
    );
    unchanged(
      after(limits, (doc) => {
        for (const id of canvasOf(doc).keys()) if (id !== 'document:document') canvasOf(doc).delete(id);
      }),
    );
    const renamed = after(limits, (doc) => textOf(recordOf(doc, 'page:page'), 'text').insert(0, 'My '));
    expect(renamed.withdrawn).toEqual([]);
  });

  it('[SESSION-21] the picture in a locked record and the ends of a locked arrow stay', () => {
    unchanged(after(locked('canvas:shape:picture'), (doc) => canvasOf(doc).delete('asset:1')));
    const limits = locked('canvas:shape:arrow');
    unchanged(after(limits, (doc) => canvasOf(doc).delete('binding:1')));
    unchanged(after(limits, (doc) => recordOf(doc, 'binding:1').set('toId', 'shape:note')));
    unchanged(
      after(limits, (doc) =>
        writeRecord(doc.getMap('canvas'), { ...records[8], id: 'binding:2', typeName: 'binding' }),
      ),
    );
  });

  it('[SESSION-21] what a locked entity refers to is not deleted, and what went with it comes back', () => {
    const limits = locked('map:placements/p1');
    unchanged(
      after(limits, (doc) => {
        collectionOf(doc, 'placements').delete('p1');
        collectionOf(doc, 'organizations').delete('o1');
      }),
    );
    unchanged(after(limits, (doc) => collectionOf(doc, 'interests').delete('i1')));
    const other = after(limits, (doc) => {
      collectionOf(doc, 'placements').delete('p2');
      collectionOf(doc, 'organizations').delete('o2');
    });
    expect(entityOf(other.doc, 'organizations', 'o2')).toBeUndefined();
    expect(entityOf(other.doc, 'placements', 'p2')).toBeUndefined();
    expect(other.withdrawn).toEqual([]);
  });

  it('[SESSION-22] a locked organization comes back with its cards', () => {
    unchanged(
      after(locked('map:organizations/o1'), (doc) => {
        collectionOf(doc, 'placements').delete('p1');
        collectionOf(doc, 'organizations').delete('o1');
      }),
    );
  });

  it('[SESSION-20] what a facilitator changed or deleted before in the same tick stays so', () => {
    const moved = after(
      locked('canvas:shape:note'),
      (doc) => recordOf(doc, 'shape:note').set('pos', [50, 60, 0]),
      (doc) => recordOf(doc, 'shape:note').set('pos', [7, 7, 0]),
    );
    expect(recordOf(moved.doc, 'shape:note').get('pos')).toEqual([7, 7, 0]);
    const gone = after(
      locked('canvas:shape:note'),
      (doc) => recordOf(doc, 'shape:note').set('pos', [50, 60, 0]),
      (doc) => canvasOf(doc).delete('shape:note'),
    );
    unchanged(gone);
    expect(canvasOf(gone.doc).has('shape:note')).toBe(false);
    unchanged(
      after(
        locked('canvas:shape:note'),
        (doc) => canvasOf(doc).delete('shape:note'),
        (doc) => textOf(recordOf(doc, 'shape:note'), 'text').insert(5, ' world'),
      ),
    );
  });

  it('[SESSION-20] with everything locked nothing changes', () => {
    const all = permits({ lockedAll: true });
    for (const act of Object.values(acts)) unchanged(after(all, act));
    unchanged(after(all, (doc) => writeRecord(doc.getMap('canvas'), shape('new', 'note'))));
    unchanged(after(all, (doc) => collectionOf(doc, 'actions').set('a1', new Y.Map([['title', 'x']]))));
  });
});

describe('tools of the step', () => {
  const made: Record<ToolGroup, (doc: Y.Doc) => void> = {
    goal: (doc) => textOf(entityOf(doc, 'goal', 'goal'), 'statement').insert(0, 'X'),
    interests: (doc) => collectionOf(doc, 'interests').set('i9', new Y.Map([['title', 'x']])),
    people: (doc) => entityOf(doc, 'organizations', 'o1')?.set('name', 'X'),
    structure: (doc) => entityOf(doc, 'bodies', 'b1')?.set('name', 'X'),
    numbers: (doc) => collectionOf(doc, 'indicators').set('m1', new Y.Map([['name', 'x']])),
    trust: (doc) => collectionOf(doc, 'trust_notes').set('t1', new Y.Map([['kind', 'rule']])),
    rounds: (doc) => textOf(entityOf(doc, 'iterations', '1'), 'focus_question').insert(0, 'X'),
    sheets: (doc) => collectionOf(doc, 'ideas').set('d1', new Y.Map([['by', '']])),
    cycle: (doc) => textOf(entityOf(doc, 'notes', 'n1'), 'text').insert(0, 'X'),
    actions: (doc) => collectionOf(doc, 'actions').set('a1', new Y.Map([['title', 'x']])),
    notes: (doc) => writeRecord(doc.getMap('canvas'), shape('new', 'note')),
    draw: (doc) => writeRecord(doc.getMap('canvas'), shape('new', 'draw')),
  };
  it.each(Object.keys(made) as ToolGroup[])('[SESSION-20] a step with "%s" takes that and nothing else', (group) => {
    const limits = permits({ tools: [group] });
    for (const [other, act] of Object.entries(made)) {
      const result = after(limits, act);
      if (other === group) expect(content(result.doc)).not.toEqual(result.before);
      else {
        unchanged(result);
        expect(result.withdrawn[0]?.reason).toBe(skeletonGroups.some((one) => one === other) ? 'skeleton' : 'step');
      }
    }
  });

  it('[SESSION-20] a drawing does not become a note, nor a note a drawing, to get past a step', () => {
    const act = (from: string, to: string) => (doc: Y.Doc) => recordOf(doc, from).set('base', shape('x', to));
    unchanged(after(permits({ tools: ['notes'] }), act('shape:box', 'note')));
    unchanged(after(permits({ tools: ['draw'] }), act('shape:note', 'geo')));
  });
});

describe('any change', () => {
  const ids = records.map(({ id }) => id);
  const act = fc.oneof(
    fc.record({ do: fc.constant('move'), id: fc.constantFrom(...ids) }),
    fc.record({ do: fc.constant('delete'), id: fc.constantFrom(...ids, 'page:page') }),
    fc.record({ do: fc.constant('type'), id: fc.constant('shape:note') }),
    fc.record({ do: fc.constant('add'), id: fc.constantFrom('shape:a', 'shape:b') }),
    fc.record({ do: fc.constant('entity'), id: fc.constantFrom('organizations/o1', 'placements/p1', 'interests/i1') }),
    fc.record({
      do: fc.constant('deleteEntity'),
      id: fc.constantFrom('organizations/o1', 'placements/p1', 'interests/i1'),
    }),
  );
  const run = (doc: Y.Doc, { do: what, id }: { do: string; id: string }): void => {
    const canvas = canvasOf(doc);
    const [collection = '', entity = ''] = id.split('/');
    if (what === 'move') canvas.get(id)?.set('pos', [5, 5, 5]);
    else if (what === 'delete') canvas.delete(id);
    else if (what === 'add') writeRecord(doc.getMap('canvas'), shape(id.slice(6), 'geo'));
    else if (what === 'entity') entityOf(doc, collection, entity)?.set('name', 'X');
    else if (what === 'deleteEntity') collectionOf(doc, collection).delete(entity);
    else {
      const text = canvas.get(id)?.get('text');
      if (text instanceof Y.Text) text.insert(0, 'typed ');
    }
  };
  const limits = fc.record({
    locks: fc.subarray([...ids.map(lockKey.record), 'map:organizations/o1', 'map:placements/p1', 'map:interests/i1']),
    lockedAll: fc.boolean(),
    tools: fc.option(fc.subarray<ToolGroup>([...toolGroups])),
    skeletonOpen: fc.boolean(),
  });

  it('[SESSION-20] leaves what is locked or not in the step as it was, and everybody with the same document', () => {
    fc.assert(
      fc.property(limits, fc.array(act, { maxLength: 12 }), ({ tools, ...rest }, acts) => {
        const held = permits({ ...rest, ...(tools !== null && { tools }) });
        const { doc, before } = after(held, (page) => {
          for (const one of acts) run(page, one);
        });
        const was = before as {
          canvas: Record<string, { base?: { type?: string } }>;
          map: Record<string, Record<string, unknown>>;
        };
        const is = content(doc) as typeof was;
        for (const id of new Set([...Object.keys(was.canvas), ...Object.keys(is.canvas)])) {
          const right = rightOfRecord(was.canvas[id]?.base?.type ?? is.canvas[id]?.base?.type ?? '');
          if (permitRefusal(held, lockKey.record(id), right) !== null)
            expect(same(is.canvas[id], was.canvas[id]), id).toBe(true);
        }
        for (const collection of ['organizations', 'placements', 'interests'] as const)
          for (const id of Object.keys(was.map[collection] ?? {}))
            if (permitRefusal(held, lockKey.entity(collection, id), rightOf(collection, 'name')) !== null)
              expect(is.map[collection]?.[id]).toEqual(was.map[collection]?.[id]);
      }),
      { numRuns: 150 },
    );
  });
});
