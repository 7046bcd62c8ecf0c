// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Api } from '#client/connection/api/Api.ts';
import { createTexts, takeTexts } from '#client/locales/createTexts.ts';
import homeWords from '#shared/words/en/home.json';
import { listTemplates } from '#shared/templates/listTemplates.ts';
import { ServicesContext, type Services } from '#client/app/Services.ts';
import { StartForm } from './StartForm.tsx';

let place: HTMLElement;
let root: Root;
/** bodies of the requests that start a board */
let asked: unknown[];

const answer = (status: number, body: unknown): Promise<Response> =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }));

beforeEach(async () => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  asked = [];
  const api = new Api((_path, init) => {
    if (init?.method !== 'POST')
      return answer(200, { templates: listTemplates().map((one) => ({ ...one, language: 'en' })) });
    asked.push(JSON.parse(String(init.body)));
    return answer(429, { error: { code: 'too-fast', message: 'Too many boards.' } });
  });
  // the form needs nothing else of them
  const services = { api } as Services;
  const texts = await createTexts('en');
  takeTexts(texts, homeWords);
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  await act(async () =>
    root.render(
      <I18nextProvider i18n={texts}>
        <ServicesContext value={services}>
          <StartForm />
        </ServicesContext>
      </I18nextProvider>,
    ),
  );
  await vi.waitFor(() => expect(choice('employment')).not.toBeNull());
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const choice = (id: string) => place.querySelector<HTMLInputElement>(`input[value="${id}"]`);
const dates = () => place.querySelector<HTMLInputElement>('input[type="checkbox"]');
const click = (element: HTMLElement | null) => act(async () => element?.click());

async function start(name = 'Riverbend'): Promise<void> {
  const title = place.querySelector<HTMLInputElement>('input:not([type="radio"], [type="checkbox"])');
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(title, name);
    title?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await click(place.querySelector('button[type="submit"]'));
}

it('[PAGE-12] an example offers to move its dates to today, a blank board has none to move', async () => {
  expect(dates()).toBeNull();
  await click(choice('employment'));
  expect(dates()?.checked).toBe(true);
  expect(place.textContent).toContain('March 2, 2026');
  await start();
  await click(dates());
  await start();
  const moved = { title: 'Riverbend', template: 'employment', datesFor: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) };
  expect(asked).toEqual([moved, { title: 'Riverbend', template: 'employment' }]);
});

it('[PAGE-23] a name that is missing is said at its field, which has the focus at each press', async () => {
  for (const _ of [1, 2]) {
    place.querySelector<HTMLElement>('button[type="submit"]')?.focus();
    await start(' ');
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
    expect(place.querySelector('[role="alert"]')?.textContent).toBe('Give the board a name first.');
  }
  expect(asked).toEqual([]);
});

it('[PAGE-12] a blank board says all there is in its summary, an example has more on request', async () => {
  const about = (title: string) => place.querySelector<HTMLElement>(`button[aria-label*="${title}"]`);
  expect(place.textContent).toContain('Start here with your own question.');
  expect(about('Blank board')).toBeNull();
  await click(about('90 percent gainfully employed'));
  expect(place.textContent).toContain('What it teaches');
});
