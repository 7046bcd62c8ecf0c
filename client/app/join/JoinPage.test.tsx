// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Api } from '#client/connection/api/Api.ts';
import { SmallShelf } from '#client/testing/SmallShelf.ts';
import { VisitedBoards, type VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { createTexts } from '#client/locales/createTexts.ts';
import { Door } from '#shared/wire/http.ts';
import { JoinPage } from './JoinPage.tsx';
import { ServicesContext, type Services } from '#client/app/Services.ts';
// loaded on demand by the page; here before the test's time begins
import './settleLeft.ts';

const board = 'abcdefghijklmnop';
const maya = 'personmayaokafor';
const known: VisitedBoard = {
  id: board,
  title: 'Riverbend',
  role: 'participant',
  seat: 'seat-j',
  person: 'personjordantate',
  name: 'Jordan Tate',
  visitedAt: Date.now() - 12 * 3_600_000,
};
let place: HTMLElement;
let root: Root;
let visited: VisitedBoards;
let joined: VisitedBoard[];

beforeEach(async () => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  sessionStorage.clear();
  joined = [];
  visited = new VisitedBoards(new SmallShelf(), new SmallShelf());
  visited.keepName('Jordan Tate');
  visited.keep(known);
  const person = { id: maya, name: 'Maya Okafor', color: '#224488', role: 'participant' };
  const api = new Api(() =>
    Promise.resolve(
      new Response(JSON.stringify({ seat: 'seat-m', person, role: 'participant' }), {
        headers: { 'content-type': 'application/json' },
      }),
    ),
  );
  // the page needs nothing else of them
  const services = { api, visited, report: () => {} } as unknown as Services;
  const texts = await createTexts('en');
  const door = v.parse(Door, {
    id: board,
    title: 'Riverbend',
    role: 'participant',
    retentionDays: null,
    organizations: [],
  });
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  act(() =>
    root.render(
      <I18nextProvider i18n={texts}>
        <ServicesContext value={services}>
          <JoinPage board={board} door={door} linkKey="key" known={known} onJoined={(me) => joined.push(me)} />
        </ServicesContext>
      </I18nextProvider>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const button = (name: string) => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const field = () => place.querySelector<HTMLInputElement>('input[autocomplete="name"]');
const press = (name: string) => act(async () => button(name)?.click());
const type = (text: string): void =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), text);
    field()?.dispatchEvent(new Event('input', { bubbles: true }));
  });

const until = (check: () => void) =>
  vi.waitFor(
    async () => {
      await act(async () => {});
      check();
    },
    { timeout: 5_000 },
  );

it('[PAGE-20] asks for whoever was here, beside an empty name', async () => {
  expect(place.textContent).toContain('On this device Jordan Tate was on this board.');
  expect(field()?.value).toBe('');
  await press('Go on as Jordan Tate');
  expect(joined).toEqual([known]);
});

it('[PAGE-20] somebody else joins as themselves, with a place of their own', async () => {
  expect(place.textContent).toContain('The place of Jordan Tate then ends on this device.');
  expect(place.querySelector('input[type="checkbox"]')).toBeNull();
  type('Maya Okafor');
  await press('Join as somebody else');
  await until(() => expect(joined).toMatchObject([{ seat: 'seat-m', person: maya, name: 'Maya Okafor' }]));
  expect(visited.list()).toMatchObject([{ seat: 'seat-m', name: 'Maya Okafor' }]);
});

it('[PAGE-20] [DRAFT-4] what the person before typed here is said before it goes, once', async () => {
  new Drafts(sessionStorage, { board, person: 'personjordantate' }).keep('idea', 'A ride for the night shift');
  type('Maya Okafor');
  await press('Join as somebody else');
  await until(() =>
    expect(place.querySelector('[role="alert"]')?.textContent).toContain('Jordan Tate typed something in this tab'),
  );
  expect(joined).toEqual([]);
  expect(visited.list()).toMatchObject([{ seat: 'seat-j' }]);
  await press('Join as somebody else');
  await until(() => expect(joined).toHaveLength(1));
  expect(new Drafts(sessionStorage, { board, person: maya }).all().size).toBe(0);
  expect(sessionStorage.length).toBe(0);
});

it('[PAGE-23] a name that is missing is said at its field, which has the focus at each press', async () => {
  for (const _ of [1, 2]) {
    button('Join as somebody else')?.focus();
    await press('Join as somebody else');
    expect(document.activeElement).toBe(field());
    expect(field()?.getAttribute('aria-invalid')).toBe('true');
  }
  expect(joined).toEqual([]);
});
