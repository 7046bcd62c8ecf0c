import { expect, it } from 'vitest';
import { fitting, sameName } from './fitting.ts';

const names = [
  'City of Riverbend, Mayor’s Office',
  'Riverbend Community College',
  'Regional Workforce Board',
  'Comunidad Trabajadora',
  'Niños y Familias',
];

it('[JOIN-1] a name is found by any of its words, without capitals, accents and signs', () => {
  expect(fitting(names, 'may')).toEqual(['City of Riverbend, Mayor’s Office']);
  expect(fitting(names, 'mayors office')).toEqual(['City of Riverbend, Mayor’s Office']);
  expect(fitting(names, 'office RIVERBEND')).toEqual(['City of Riverbend, Mayor’s Office']);
  expect(fitting(names, 'ninos')).toEqual(['Niños y Familias']);
  expect(fitting(names, 'riverbend')[0]).toBe('Riverbend Community College');
  expect(fitting(names, 'riverbend')).toHaveLength(2);
  expect(fitting(names, 'bakery')).toEqual([]);
  expect(fitting(names, ' , ')).toEqual([]);
});

it('[JOIN-2] one that people would call the same is known by the name on the board', () => {
  expect(sameName(names, ' regional  WORKFORCE board')).toBe('Regional Workforce Board');
  expect(sameName(names, 'Regional Workforce')).toBeUndefined();
  expect(sameName(names, '')).toBeUndefined();
});
