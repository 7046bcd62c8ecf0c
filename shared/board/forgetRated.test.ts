import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mapOf } from '#shared/map/PartnershipMap.ts';
import { bringBack } from './bringBack.ts';
import { documentOf, parsePart, readContent } from './content.ts';
import { firstDocument } from './firstDocument.ts';
import { forgetRated } from './forgetRated.ts';
import { readMap } from './mapDocument.ts';
import { entityToY } from './mapFields.ts';
import { roots } from './roots.ts';

/** As a program wrote it that knew nothing of ratings. */
function olderDocument(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, firstDocument(mapOf({})));
  const write = (collection: 'actions' | 'acknowledgements', id: string, fields: object) => {
    const holder = doc.getMap<Y.Map<unknown>>(roots.map).get(collection);
    holder?.set(id, entityToY(collection, { id, order: 'V', ...fields }));
  };
  write('actions', 'told', {
    title: 'Who in the state labor office could say yes?',
    source: 'finding:REP-6:organization:o',
  });
  write('actions', 'other', { title: 'Ask the schools', source: 'finding:REP-7:partnership' });
  write('acknowledgements', 'REP-6~organization:o', { rule: 'REP-6', subject: 'organization:o', reason: 'We know' });
  write('acknowledgements', 'REP-7~partnership', { rule: 'REP-7', subject: 'partnership', reason: 'In May' });
  return doc;
}

const held = (doc: Y.Doc) => {
  const { actions, acknowledgements } = readMap(doc);
  return [...actions, ...acknowledgements].map(({ id }) => id);
};

describe('what a rating tells, in documents of before', () => {
  it('[RATE-3] goes with its words when the document is read, and everything else stays', () => {
    const doc = olderDocument();
    const before = Y.encodeStateVector(doc);
    forgetRated(doc);
    expect(held(doc)).toEqual(['other', 'REP-7~partnership']);
    // only deletions: what nobody commits may not take numbers of the document
    expect(Y.encodeStateVector(doc)).toEqual(before);
    expect(new TextDecoder('latin1').decode(Y.encodeStateAsUpdate(doc))).not.toMatch(
      /finding:REP-6|labor office|We know/,
    );
  });

  it('[RATE-3] does not come back with a snapshot or with what was removed', () => {
    const content = readContent(olderDocument());
    const doc = new Y.Doc();
    Y.applyUpdate(doc, documentOf(content));
    expect(held(doc)).toEqual(['other', 'REP-7~partnership']);
    doc.transact(() =>
      bringBack(
        doc,
        [...content].map(([key, text]) => ({ key, isWhole: true, part: parsePart(text) })),
      ),
    );
    expect(held(doc)).toEqual(['other', 'REP-7~partnership']);
  });
});
