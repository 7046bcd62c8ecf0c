import { expect, it } from 'vitest';
import { createTexts, takeTexts } from './createTexts.ts';

it('[TEXT-4] a name from right to left keeps to its place in a sentence, and others stand as they are', async () => {
  const texts = await createTexts('en');
  takeTexts(texts, 'en', { test: { follow: 'You see what {{name}} sees.' } });
  const said = (name: string) => texts.t('test.follow', { name, defaultValue: '' });
  expect(said('دانا')).toBe('You see what \u2068دانا\u2069 sees.');
  expect(said('Dana (דנה)')).toBe('You see what \u2068Dana (דנה)\u2069 sees.');
  expect(said('Dana')).toBe('You see what Dana sees.');
  expect(said('डाना')).toBe('You see what डाना sees.');
});
