import { describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { cardShapeId, tokenShapeId } from '../frame/frameShapeIds.ts';
import { withSheet } from '../sheet/testing/withSheet.ts';
import { isOfMap, viewNames, viewOf } from './isOfMap.ts';
import { isStackIndex } from './stackIndex.ts';
import { projectViews } from './testing/projectViews.ts';
import { viewPage } from './testing/viewEditor.ts';

const template = readTemplate('employment');
if (!template) throw new Error('there is no such template');
const shapes = projectViews(withSheet(template.map), { asOf: template.asOf, page: viewPage, litStage: null });

describe('what shows the map', () => {
  it('[FRAME-21] every view has shapes here, each known by its id and by no other view', () => {
    for (const name of viewNames) expect(shapes.some(({ id }) => viewOf(name).ids.test(id))).toBe(true);
    for (const { id } of shapes) expect(viewNames.filter((name) => viewOf(name).ids.test(id))).toHaveLength(1);
    expect([cardShapeId('mill', null), tokenShapeId('rep.1', null)].filter((id) => !isOfMap(id))).toEqual([]);
    expect(new Set(shapes.map(({ id }) => id)).size).toBe(shapes.length);
  });

  it('[FRAME-21] nothing of tldraw is taken for it', () => {
    const free = [
      'shape:goals',
      'shape:V1StGXR8_Z5jdHi6B-myT',
      'page:page',
      'binding:goal',
      'shape:interest-x',
      'shape:goal2',
      'shape:notes',
    ];
    expect(free.filter((id) => isOfMap(id))).toEqual([]);
  });

  it('[FRAME-21] a copy is known by its type', () => {
    for (const { type } of shapes)
      expect(isOfMap('shape:abc', { typeName: 'shape', id: 'shape:abc', type })).toBe(true);
    expect(isOfMap('shape:abc', { typeName: 'shape', id: 'shape:abc', type: 'note' })).toBe(false);
    expect(isOfMap('shape:abc', null)).toBe(false);
  });

  it('[FRAME-32] it lies below all drawings, at places of its own', () => {
    const onPage = shapes.filter(({ parentId }) => parentId === viewPage);
    expect(onPage.filter(({ index }) => !isStackIndex(index) || index >= 'a0')).toEqual([]);
    expect(new Set(onPage.map(({ index }) => index)).size).toBe(onPage.length);
  });
});
