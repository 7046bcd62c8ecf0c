import { expect, it } from 'vitest';
import { detailAt } from './useDetail.ts';

it('[FRAME-38] a card says less the farther away it is, and nothing in words where they could not be read', () => {
  expect([2, 1, 0.85, 0.84, 0.36, 0.35, 0.27, 0.26, 0.05].map(detailAt)).toEqual([
    'full',
    'full',
    'full',
    'names',
    'names',
    'tokens',
    'tokens',
    'signs',
    'signs',
  ]);
});
