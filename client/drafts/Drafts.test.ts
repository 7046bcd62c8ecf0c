import { describe, expect, it } from 'vitest';
import { Drafts, type DraftShelf } from './Drafts.ts';

function shelf(): DraftShelf & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>([['other', 'stays']]);
  return {
    texts,
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
  };
}

const maya = { board: 'b1', person: 'maya' };

describe('drafts', () => {
  it('[DRAFT-1] are there after a reload, and gone once they were sent', () => {
    const tab = shelf();
    const before = new Drafts(tab, maya);
    before.keep('idea', 'half a thou');
    before.keep('form', { rows: ['a', 'b'] });
    const after = new Drafts(tab, maya);
    expect(after.get('idea')).toBe('half a thou');
    expect(after.get('form')).toEqual({ rows: ['a', 'b'] });
    after.forget('idea');
    expect(new Drafts(tab, maya).get('idea')).toBeUndefined();
    after.forgetAll();
    expect([...tab.texts]).toEqual([['other', 'stays']]);
  });

  it.each([
    ['another person', { board: 'b1', person: 'jordan' }],
    ['another board', { board: 'b2', person: 'maya' }],
  ])('[DRAFT-4] %s in the tab finds nothing, and nothing is left', (_, next) => {
    const tab = shelf();
    new Drafts(tab, maya).keep('idea', 'private');
    expect(new Drafts(tab, next).all().size).toBe(0);
    expect([...tab.texts]).toEqual([['other', 'stays']]);
    expect(new Drafts(tab, maya).all().size).toBe(0);
  });

  it('[DRAFT-4] a refused, full or damaged storage costs the reload only', () => {
    const refuse = (): never => {
      throw new Error('refused');
    };
    const refusing: DraftShelf = { length: 1, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse };
    const damaged = shelf();
    damaged.setItem('roundtable.drafts.b1.maya', '{"no":"list"}');
    for (const tab of [null, refusing, damaged]) {
      const drafts = new Drafts(tab, maya);
      drafts.keep('idea', 'typed');
      expect(drafts.get('idea')).toBe('typed');
    }
  });
});
