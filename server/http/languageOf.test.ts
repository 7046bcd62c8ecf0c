import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { languageOf } from './languageOf.ts';

const app = new Hono().get('/', (c) => c.text(languageOf(c, ['en', 'es'])));

it.each([
  ['es', 'es'],
  ['es-MX,es;q=0.8,en;q=0.5', 'es'],
  ['en;q=0.5, es;q=0.8', 'es'],
  ['es;q=0, en', 'en'],
  ['tlh, es;q=0.1', 'es'],
  ['tlh', 'en'],
  ['*', 'en'],
  ['../../es', 'en'],
  ['__proto__', 'en'],
  [',;q=,,=;;', 'en'],
])('[WORDS-5] a request that asks for %s is answered in %s', async (header, language) => {
  const answer = await app.request('/', { headers: { 'Accept-Language': header } });
  expect(await answer.text()).toBe(language);
});

it('[WORDS-5] a request that asks for none is answered in English', async () => {
  expect(await (await app.request('/')).text()).toBe('en');
});
