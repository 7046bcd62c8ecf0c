// @vitest-environment jsdom
/** The panel of a page at localhost over a real server: what it hands out opens from another address of this machine. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, type NetworkInterfaceInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { BoardContext } from '#client/board/BoardContext.ts';
import { Api } from '#client/connection/api/Api.ts';
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import { openBoardFor } from '#client/testing/openBoardFor.ts';
import { boardWords } from '#client/locales/boardWords.ts';
import { createTexts, takeBoardTexts } from '#client/locales/createTexts.ts';
import { QrCode } from '#client/ui/QrCode.tsx';
import type { BoardCreated } from '#shared/wire/http.ts';
import type { Role } from '#shared/wire/roles.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { joinAs, keyOf, openBoard, ticketFor } from '#server/testing/openBoard.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { startServer, type StartServerOptions, type TestServer } from '#server/testing/startServer.ts';
import { dayEnd } from './dayEnd.ts';
import { SharePanel } from './SharePanel.tsx';

/** Another address of this machine, as if a network card had it: whoever listens everywhere answers there. */
const lan: NetworkInterfaceInfo = {
  address: '127.0.0.2',
  netmask: '255.0.0.0',
  family: 'IPv4',
  mac: '',
  internal: false,
  cidr: null,
};
const tunnel = { ...lan, address: '127.0.0.3' };

let page: string;
let server: TestServer;
let board: BoardCreated;
let place: HTMLElement;
let root: Root;

/** A server on a busy machine takes its time. */
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000 });

beforeEach(async () => {
  page = await mkdtemp(join(tmpdir(), 'roundtable-page-'));
  await writeFile(join(page, 'index.html'), '<title>The page</title>');
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(async () => {
  root.unmount();
  place.remove();
  await server.stop();
  await rm(page, { recursive: true });
});

/** The panel of somebody who opened the page at `origin` (a host; the port is the server's). */
async function open(host: string, options: StartServerOptions = {}, role: Role = 'facilitator'): Promise<void> {
  server = await startServer({
    clientFolder: page,
    interfaces: () => ({ lan: [lan] }),
    ...options,
    environment: { host: undefined, ...options.environment },
  });
  board = await openBoard(server);
  await show(host.includes('://') ? host : `http://${host}:${server.port}`, role);
  if (role === 'facilitator') await until(() => expect(place.textContent).toContain(board.code));
}

/** The panel of one more person of this board. */
async function show(origin: string, role: Role): Promise<void> {
  const { seat } = await joinAs(server, board, role);
  const api = new Api((input, init) => fetch(server.origin + String(input), init));
  const texts = await createTexts('en');
  await takeBoardTexts(texts, boardWords);
  root.render(
    <I18nextProvider i18n={texts}>
      <BoardContext value={openBoardFor({ server: new SeatApi(api, board.id, seat), role, origin })}>
        <SharePanel />
      </BoardContext>
    </I18nextProvider>,
  );
}

const button = (name: string) =>
  [...place.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent) === name);

/** What a button copies. There is no clipboard here, as on plain http: it stands in a field. */
async function copied(name: string): Promise<string> {
  await until(() => expect(button(name)).toBeDefined());
  const found = button(name);
  found?.click();
  const field = () => found?.parentElement?.querySelector('input')?.value;
  await until(() => expect(field()).toBeDefined());
  return field() ?? '';
}

const qr = () => until(() => expect(place.querySelector('svg[role="img"] path')).not.toBeNull());
const qrPath = () => place.querySelector('svg[role="img"] path')?.getAttribute('d');

async function pathOf(text: string): Promise<string | null | undefined> {
  const other = document.createElement('div');
  const otherRoot = createRoot(other);
  otherRoot.render(<QrCode text={text} label="expected" />);
  await until(() => expect(other.querySelector('path')).not.toBeNull());
  const path = other.querySelector('path')?.getAttribute('d');
  otherRoot.unmount();
  return path;
}

/** Whether a page of this origin may open the board's socket. */
function opensSocket(origin: string, ticket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${board.id}`, ['roundtable', ticket], {
      origin,
    });
    socket.once('open', () => resolve(true)).once('error', () => resolve(false));
    socket.once('open', () => socket.close());
  });
}

describe('the addresses that Share hands out', () => {
  it('[DOOR-14] [DOOR-5] at localhost, link and code lead to an address of the network, and a page there joins and syncs', async () => {
    await open('localhost');
    const origin = `http://127.0.0.2:${server.port}`;
    const link = await copied('Copy link for participants');
    expect(link).toBe(origin + board.links.participant);
    expect(await copied('Copy my return link')).toMatch(new RegExp(`^${origin}/b/${board.id}#r=`));
    await qr();
    expect(qrPath()).toBe(await pathOf(link));
    expect(place.textContent).toContain(`127.0.0.2:${server.port}`);
    expect(place.innerHTML).not.toContain('localhost');

    expect(await (await fetch(link.split('#')[0] ?? '')).text()).toContain('The page');
    const headers = { origin, authorization: `Bearer ${keyOf(link)}` };
    expect((await fetch(`${origin}/api/boards/${board.id}/door`, { headers })).status).toBe(200);
    const { seat } = await joinAs({ origin }, board, 'participant');
    expect(await opensSocket(origin, await ticketFor({ origin }, board, seat))).toBe(true);
    expect(await opensSocket('http://127.0.0.3:1', 'any')).toBe(false);
  });

  it('[DOOR-14] of several networks one is chosen, for links and code alike', async () => {
    await open('localhost', { interfaces: () => ({ tun0: [tunnel], lan: [lan] }) });
    const select = place.querySelector('select');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
      `127.0.0.2:${server.port}`,
      `127.0.0.3:${server.port}`,
    ]);
    const value = `http://127.0.0.3:${server.port}`;
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value);
    select?.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => expect(place.querySelector('select')?.value).toBe(value));
    const link = await copied('Copy link for participants');
    expect(link).toBe(`http://127.0.0.3:${server.port}${board.links.participant}`);
    const expected = await pathOf(link);
    await until(() => expect(qrPath()).toBe(expected));
  });

  it('[DOOR-14] an address at which the page is open, and others can open it, comes first', async () => {
    await open('board.example.org');
    expect(await copied('Copy link for observers')).toBe(
      `http://board.example.org:${server.port}${board.links.observer}`,
    );
  });

  it('[DOOR-33] what brings a room in stands first, what is seldom done folded last, and a closed table says so above it', async () => {
    await open('board.example.org');
    await qr();
    const order = [`board.example.org:${server.port}`, board.code, 'Looks, cannot', 'Your own way', 'Manage links'];
    const places = order.map((part) => place.textContent.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    const fold = place.querySelector('details');
    expect([fold?.open, fold?.contains(button('Reset link for participants') ?? null)]).toEqual([false, true]);
    expect(fold?.contains(button('Copy link for participants') ?? null)).toBe(false);
    fold?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await until(() => expect(place.textContent).toContain('The table is closed: nobody new can join.'));
  });

  it('[DOOR-14] behind TLS nothing leads around it', async () => {
    await open('https://board.example.org');
    expect(place.querySelector('select:not([aria-label])')).toBeNull();
    expect(await copied('Copy link for participants')).toBe(`https://board.example.org${board.links.participant}`);
  });

  it.each([
    ['host', { host: '127.0.0.1' }, 'HOST'],
    ['publicOrigin', { publicOrigins: ['http://localhost:5173'] }, 'PUBLIC_ORIGIN'],
    ['proxy', { trustedProxies: 1 }, 'proxy'],
    ['container', { inContainer: true }, 'container'],
  ] as const)(
    '[DOOR-14] where others cannot come in (%s), one sentence says why, and no link or picture is offered',
    async (_, environment, word) => {
      await open('localhost', { environment });
      expect(place.querySelector('[role="alert"]')?.textContent).toContain(word);
      expect(button('Copy link for participants')).toBeUndefined();
      expect(button('Copy my return link')).toBeUndefined();
      expect(button('Reset link for participants')).toBeDefined();
      expect(place.querySelector('svg[role="img"]')).toBeNull();
      expect(place.innerHTML).not.toContain('localhost');
    },
  );

  it('[DOOR-29] [PAGE-5] one makes a new return link after a question; the one before brings nobody back', async () => {
    await open('https://board.example.org', {}, 'participant');
    const bring = (link: string) => {
      const authorization = `Bearer ${link.split('#r=')[1] ?? ''}`;
      return fetch(`${server.origin}/api/boards/${board.id}/return`, { headers: { authorization } });
    };
    const before = await copied('Copy my return link');
    expect((await bring(before)).status).toBe(200);
    button('Make a new return link')?.click();
    await until(() => expect(document.activeElement?.textContent).toBe('Reset'));
    button('Reset')?.click();
    await until(() => expect(place.textContent).toContain('Your return link is new'));
    expect((await bring(before)).status).toBe(401);
    const field = () => button('Copy my return link')?.parentElement?.querySelector('input')?.value;
    await until(() => expect(field()).not.toBe(before));
    expect((await bring(field() ?? '')).status).toBe(200);
  });

  it('[DOOR-20] the owner finds the link that brings them back; others read who resets the facilitators’ link', async () => {
    await open('board.example.org');
    await until(() => expect(place.textContent).toContain('This board is yours'));
    expect(button('Reset link for facilitators')).toBeDefined();
    await show('https://board.example.org', 'facilitator');
    await until(() => expect(place.textContent).toContain('Only facilitator, the owner of this board, can reset'));
    expect(button('Reset link for facilitators')).toBeUndefined();
    expect(button('Reset link for participants')).toBeDefined();
  });

  it('[DOOR-26] a link ends when that is chosen, by a day that is still to come', async () => {
    await open('board.example.org');
    const select = () => place.querySelector<HTMLSelectElement>('[aria-label="End of the link for participants"]');
    const choose = (value: string): void => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select(), value);
      select()?.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const type = (text: string): void => {
      const field = place.querySelector('input[type="date"]');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const stored = async () => (await server.store.readDoor(board.id)).ends.participant;
    expect(select()?.value).toBe('never');
    choose('today');
    await until(async () => expect(await stored()).toBe(dayEnd(Date.now(), 0)));
    await until(() => expect(select()?.value).toBe('set'));
    choose('date');
    await until(() => expect(place.querySelector('input[type="date"]')).not.toBeNull());
    type('2020-01-01');
    await until(() => expect(place.textContent).toContain('Choose today or a later day.'));
    expect(await stored()).toBe(dayEnd(Date.now(), 0));
    const year = new Date().getFullYear() + 1;
    type(`${year}-03-07`);
    await until(async () => expect(await stored()).toBe(new Date(year, 2, 8).getTime()));
    await until(() => expect(place.textContent).toContain(`at the end of Mar 7, ${year}`));
    choose('never');
    await until(async () => expect(await stored()).toBeNull());
  });

  it('[DOOR-26] [DOOR-27] a link that is over says so, and the table is closed by one press', async () => {
    await open('board.example.org');
    const ends = { facilitator: null, participant: null, observer: Date.now() - 1 };
    await server.store.updateDoor(board.id, { ends });
    await show('https://board.example.org', 'facilitator');
    await until(() => expect(place.textContent).toContain('Nobody joins by this link any more.'));
    place.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await until(async () => expect((await server.store.readDoor(board.id)).isClosed).toBe(true));
    await until(() => expect(place.querySelector<HTMLInputElement>('input[type="checkbox"]')?.checked).toBe(true));
  });

  it('[DOOR-14] a participant at localhost is told that the way back works on this device only', async () => {
    await open('localhost', {}, 'participant');
    await until(() => expect(place.textContent).toContain('this device only'));
    expect(button('Copy my return link')).toBeUndefined();
  });
});

it('[DOOR-14] what the server takes for its addresses is what the system says', async () => {
  await open('localhost', { interfaces: networkInterfaces });
  const own = Object.values(networkInterfaces()).flatMap((infos = []) => infos.map(({ address }) => address));
  const outside = Object.values(networkInterfaces()).some((infos = []) =>
    infos.some(({ family, internal }) => family === 'IPv4' && !internal),
  );
  if (!outside) return expect(place.querySelector('[role="alert"]')).not.toBeNull();
  const link = await copied('Copy link for participants');
  expect(own).toContain(new URL(link).hostname.replace(/[[\]]/g, ''));
  return expect((await fetch(link.split('#')[0] ?? '')).status).toBe(200);
});
