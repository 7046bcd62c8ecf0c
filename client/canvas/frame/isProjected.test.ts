import { describe, expect, it } from 'vitest';
import { isProjected } from './isProjected.ts';
import { cardShapeId, goalShapeId, interestShapeId, tokenShapeId } from './projectedIds.ts';

describe('isProjected', () => {
  it('[FRAME-21] knows every kind of projected id, and none of tldraw', () => {
    const ours = [
      goalShapeId,
      interestShapeId('hiring'),
      cardShapeId('mill', 'hiring'),
      cardShapeId('mill', null),
      tokenShapeId('rep.1', 'hiring'),
      tokenShapeId('rep.1', null),
    ];
    expect(ours.filter((id) => !isProjected(id))).toEqual([]);
    expect(new Set(ours).size).toBe(ours.length);
    const free = [
      'shape:goals',
      'shape:V1StGXR8_Z5jdHi6B-myT',
      'page:page',
      'binding:goal',
      'shape:interest-x',
      'shape:goal2',
    ];
    expect(free.filter((id) => isProjected(id))).toEqual([]);
  });

  it('[FRAME-21] knows a copy of a card by its type', () => {
    const copy = { typeName: 'shape', id: 'shape:abc', type: 'organization-card' };
    expect(isProjected(copy.id, copy)).toBe(true);
    expect(isProjected('shape:abc', { typeName: 'shape', id: 'shape:abc', type: 'note' })).toBe(false);
    expect(isProjected('shape:abc', null)).toBe(false);
  });
});
