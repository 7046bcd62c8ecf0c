// @vitest-environment jsdom
/** Somebody comes by a weaker link to a device on which a facilitator is known. */
import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Api } from '#client/connection/api/Api.ts';
import { SmallShelf } from '#client/testing/SmallShelf.ts';
import { VisitedBoards, type VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { createTexts } from '#client/locales/createTexts.ts';
import { Door } from '#shared/wire/http.ts';
import { JoinPage } from './JoinPage.tsx';
import { ReturnPage } from './ReturnPage.tsx';
import { ServicesContext, type Services } from '#client/app/Services.ts';
// loaded on demand by the page; here before the test's time begins
import './settleLeft.ts';

const board = 'abcdefghijklmnop';
const fay: VisitedBoard = {
  id: board,
  title: 'Riverbend',
  role: 'facilitator',
  seat: 'seat-f',
  person: 'personfayoduyaaa',
  name: 'Fay Oduya',
  visitedAt: Date.now(),
};
const ines: VisitedBoard = { ...fay, role: 'observer', seat: 'seat-i', person: 'personinesmarsha', name: 'Ines Marsh' };
const door = v.parse(Door, { id: board, title: 'Riverbend', role: 'observer', retentionDays: null, organizations: [] });
const api = new Api((input, init) => {
  const person = { id: ines.person, name: ines.name, color: '#224488', role: 'observer' };
  // here the secret of a return link is called as the seat that it gives
  const back = new Headers(init?.headers).get('authorization')?.slice('Bearer '.length);
  const body = JSON.stringify({ seat: String(input).endsWith('/return') ? back : ines.seat, person, role: 'observer' });
  return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }));
});
let place: HTMLElement;
let root: Root;
let device: SmallShelf;
let visited: VisitedBoards;
let entered: VisitedBoard[];

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  sessionStorage.clear();
  entered = [];
  device = new SmallShelf();
  visited = new VisitedBoards(device, new SmallShelf());
  visited.keepName('Fay Oduya');
  visited.keep(fay);
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

async function show(page: ReactElement): Promise<void> {
  const texts = await createTexts('en');
  // the pages need nothing else of them
  const services = { api, visited, report: () => {} } as unknown as Services;
  act(() =>
    root.render(
      <I18nextProvider i18n={texts}>
        <ServicesContext value={services}>{page}</ServicesContext>
      </I18nextProvider>,
    ),
  );
}

const press = (name: string) =>
  act(async () => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());
const box = () => place.querySelector<HTMLInputElement>('input[type="checkbox"]');
const here = () =>
  vi.waitFor(
    async () => {
      await act(async () => {});
      expect(entered).toHaveLength(1);
    },
    { timeout: 5_000 },
  );
/** Who opens the board in another tab. */
const elsewhere = () => new VisitedBoards(device, new SmallShelf()).find(board);

describe('the link of observers', () => {
  beforeEach(() =>
    show(<JoinPage board={board} door={door} linkKey="key" known={fay} onJoined={(me) => entered.push(me)} />),
  );

  it('[PAGE-22] lets this tab look, and the device stays the facilitator', async () => {
    expect(place.textContent).toContain('you are on this board as Fay Oduya (Facilitator)');
    expect(place.textContent).toContain('Elsewhere on this device Fay Oduya stays.');
    expect(box()?.checked).toBe(false);
    await press('Join in this tab only');
    await here();
    expect(visited.find(board)).toMatchObject({ name: 'Ines Marsh', role: 'observer', link: 'observer' });
    expect(elsewhere()).toEqual(fay);
    expect(visited.list()).toEqual([fay]);
  });

  it('[PAGE-22] forgets the facilitator on this device only where that was ticked', async () => {
    act(() => box()?.click());
    expect(place.textContent).toContain('The place of Fay Oduya then ends on this device.');
    await press('Join as somebody else');
    await here();
    expect(elsewhere()).toMatchObject({ name: 'Ines Marsh' });
  });

  it('[PAGE-22] goes on as the facilitator, also in a tab that was somebody else', async () => {
    visited.keepForTab(ines);
    await press('Go on as Fay Oduya');
    await here();
    expect(visited.find(board)).toEqual(fay);
  });

  it('[PAGE-22] [DRAFT-4] says what goes with the tab before it looks', async () => {
    new Drafts(sessionStorage, { board, person: fay.person }).keep('idea', 'A ride for the night shift');
    await press('Join in this tab only');
    await vi.waitFor(async () => {
      await act(async () => {});
      expect(place.querySelector('[role="alert"]')?.textContent).toContain('Fay Oduya typed something in this tab');
    });
    expect(entered).toEqual([]);
    await press('Join in this tab only');
    await here();
  });
});

describe('the owner', () => {
  const lee: VisitedBoard = { ...fay, seat: 'seat-l', person: 'personleeamesaaa', name: 'Lee Ames' };

  it('[PAGE-22] [DOOR-20] keeps the device also when another facilitator comes', async () => {
    const owner: VisitedBoard = { ...fay, owner: 'told' };
    visited.keep(owner);
    await show(<ReturnPage comes={lee} secret={lee.seat} known={owner} onReturned={(me) => entered.push(me)} />);
    expect(box()?.checked).toBe(false);
    await press('Go on as Lee Ames');
    await here();
    expect(elsewhere()).toEqual(owner);
  });

  it('[PAGE-22] [DOOR-20] takes the device from another facilitator', async () => {
    const owner: VisitedBoard = { ...lee, owner: 'told' };
    await show(<ReturnPage comes={owner} secret={owner.seat} known={fay} onReturned={(me) => entered.push(me)} />);
    expect(box()).toBeNull();
    await press('Go on as Lee Ames');
    await here();
    expect(elsewhere()).toEqual(owner);
  });
});

describe('the return link of somebody else', () => {
  it('[PAGE-22] asks, and lets this tab go on as them while the device stays the facilitator', async () => {
    await show(<ReturnPage comes={ines} secret={ines.seat} known={fay} onReturned={(me) => entered.push(me)} />);
    expect(place.textContent).toContain('This link brings back Ines Marsh (Observer).');
    await press('Go on as Ines Marsh');
    await here();
    expect(visited.find(board)).toEqual(ines);
    expect(elsewhere()).toEqual(fay);
  });

  it('[PAGE-22] of a stronger one takes the device, and says so first', async () => {
    visited.keep(ines);
    await show(<ReturnPage comes={fay} secret={fay.seat} known={ines} onReturned={(me) => entered.push(me)} />);
    expect(place.textContent).toContain('The place of Ines Marsh then ends on this device.');
    expect(box()).toBeNull();
    await press('Go on as Fay Oduya');
    await here();
    expect(elsewhere()).toEqual(fay);
  });
});
