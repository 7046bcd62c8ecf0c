import { expect, it } from 'vitest';
import { detailAt } from './useDetail.ts';

it('[FRAME-38] a card says less the farther away it is, and nothing in words where they could not be read', () => {
  expect([2, 1, 0.75, 0.74, 0.4, 0.39, 0.3, 0.29, 0.05].map(detailAt)).toEqual([
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
