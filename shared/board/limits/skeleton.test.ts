import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  permits,
  entityOf,
  collectionOf,
  recordOf,
  textOf,
  partsOf,
  content,
  after,
  unchanged,
} from './testing/limitedBoard.ts';

describe('the skeleton', () => {
  const open = permits({ step: null, skeletonOpen: true });
  const closed = permits({ step: null });
  const body = (doc: Y.Doc) => collectionOf(doc, 'bodies').set('b2', new Y.Map([['name', 'x']]));
  const acts: Record<string, (doc: Y.Doc) => unknown> = {
    'the goal is written': (doc) => textOf(entityOf(doc, 'goal', 'goal'), 'statement').insert(0, 'X'),
    'the goal is taken away': (doc) => collectionOf(doc, 'goal').delete('goal'),
    'an interest comes': (doc) => collectionOf(doc, 'interests').set('i9', new Y.Map([['title', 'x']])),
    'an interest is renamed': (doc) => entityOf(doc, 'interests', 'i1')?.set('title', 'X'),
    'an interest goes': (doc) => collectionOf(doc, 'interests').delete('i2'),
    'a part of an interest is ticked': (doc) => partsOf(doc).set('a', 0),
    'a body comes': body,
    'a body goes with its seats': (doc) => {
      collectionOf(doc, 'seats').delete('s1');
      collectionOf(doc, 'lines').delete('l1');
      collectionOf(doc, 'bodies').delete('b1');
    },
    'a body is replaced': (doc) => collectionOf(doc, 'bodies').set('b1', new Y.Map([['name', 'x']])),
    'what a round asks is written': (doc) => textOf(entityOf(doc, 'iterations', '1'), 'focus_question').insert(0, 'X'),
  };
  it.each(Object.entries(acts))('[SESSION-25] while it is closed it stays as it was when %s', (_name, act) => {
    const result = after(closed, act);
    unchanged(result);
    expect(new Set(result.withdrawn.map(({ reason }) => reason))).toEqual(new Set(['skeleton']));
    expect(content(after(open, act).doc)).not.toEqual(result.before);
  });

  it('[SESSION-25] what a body says of itself, its seats, organizations and drawings are not of it', () => {
    const { doc, withdrawn } = after(closed, (page) => {
      entityOf(page, 'bodies', 'b1')?.set('name', 'X');
      textOf(entityOf(page, 'bodies', 'b1'), 'purpose').insert(0, 'X');
      collectionOf(page, 'seats').delete('s1');
      entityOf(page, 'organizations', 'o1')?.set('name', 'X');
      recordOf(page, 'shape:box').set('pos', [9, 9, 0]);
    });
    expect(withdrawn).toEqual([]);
    expect(entityOf(doc, 'bodies', 'b1')?.get('name')).toBe('X');
    expect(entityOf(doc, 'seats', 's1')).toBeUndefined();
  });

  it.each(['started', 'closed', 'removed'])(
    '[SESSION-26] a round is not %s by a participant, whatever is open',
    (what) => {
      for (const limits of [open, closed, permits({}), permits({ tools: ['rounds', 'cycle'] })]) {
        const result = after(limits, (doc) => {
          if (what === 'started') collectionOf(doc, 'iterations').set('2', new Y.Map([['number', 2]]));
          else if (what === 'closed') entityOf(doc, 'iterations', '1')?.set('status', 'closed');
          else collectionOf(doc, 'iterations').delete('1');
        });
        unchanged(result);
        expect(result.withdrawn.map(({ reason }) => reason)).toEqual(['rounds']);
      }
    },
  );

  it('[SESSION-20] what cannot be without something falls with it, and comes back with it', () => {
    const goes = (doc: Y.Doc) => {
      collectionOf(doc, 'seats').delete('s1');
      collectionOf(doc, 'lines').delete('l1');
      collectionOf(doc, 'representatives').delete('r1');
      collectionOf(doc, 'placements').delete('p1');
      collectionOf(doc, 'organizations').delete('o1');
    };
    const gone = after(permits({ tools: ['people'] }), goes);
    expect(gone.withdrawn).toEqual([]);
    expect(entityOf(gone.doc, 'seats', 's1')).toBeUndefined();
    unchanged(after(permits({ tools: ['people'], locks: ['map:organizations/o1', 'map:representatives/r1'] }), goes));
    unchanged(after(permits({ tools: ['people'] }), (doc) => collectionOf(doc, 'seats').delete('s1')));
    unchanged(after(permits({ tools: ['structure'] }), goes));
  });
});
