import { expect, it } from 'vitest';
import { initials } from './initials.ts';

it.each([
  ['Jordan Tate', 'JT'],
  ['Jordan van der Tate', 'JT'],
  ['Jordan Tate (2)', 'JT'],
  ['Jordan (12)', 'JO'],
  ['(2)', '(2'],
  ['Ñ', 'Ñ'],
  ['', '?'],
])('[DOOR-32] %s is shown as %s', (name, letters) => expect(initials(name)).toBe(letters));
