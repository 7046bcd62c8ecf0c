// @vitest-environment jsdom
/** The list over a real server: a person sees their devices and ends them. */
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BoardContext } from '#client/board/BoardContext.ts';
import { Api } from '#client/connection/api/Api.ts';
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import { comeBack, readReturnLink } from '#client/connection/api/ownPlaces.ts';
import { openBoardFor } from '#client/testing/openBoardFor.ts';
import { boardWords } from '#client/locales/boardWords.ts';
import { createTexts, takeBoardTexts } from '#client/locales/createTexts.ts';
import type { DeviceKind } from '#shared/wire/devices.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { joinAs, openBoard } from '#server/testing/openBoard.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { startServer, type TestServer } from '#server/testing/startServer.ts';
import { DevicesList } from './DevicesList.tsx';

let server: TestServer;
let board: BoardCreated;
let api: Api;
const at = (seat: string) => new SeatApi(api, board.id, seat);
let fay: Joined;
let place: HTMLElement;
let root: Root;

beforeEach(async () => {
  server = await startServer();
  board = await openBoard(server);
  api = new Api((input, init) => fetch(server.origin + String(input), init));
  fay = await joinAs(server, board, 'facilitator', 'Fay Oduya');
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(async () => {
  root.unmount();
  place.remove();
  await server.stop();
});

/** A server on a busy machine takes its time. */
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000 });

async function anotherDevice(device: DeviceKind): Promise<string> {
  const link = await readReturnLink(at(fay.seat));
  const secret = link.ok ? (link.value.link.split('#r=')[1] ?? '') : '';
  const answer = await comeBack(api, board.id, secret, { device });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.seat;
}

async function show(): Promise<void> {
  const texts = await createTexts('en');
  await takeBoardTexts(texts, boardWords);
  root.render(
    <I18nextProvider i18n={texts}>
      <BoardContext value={openBoardFor({ server: at(fay.seat) })}>
        <DevicesList />
      </BoardContext>
    </I18nextProvider>,
  );
  await until(() => expect(rows().length).toBeGreaterThan(0));
}

const rows = () => [...place.querySelectorAll('li')].map(({ textContent }) => textContent);
const button = (name: string) =>
  [...place.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent) === name);
async function press(name: string): Promise<void> {
  await until(() => expect(button(name)).toBeDefined());
  button(name)?.click();
}
const codeOf = async (seat: string) => {
  const answer = await at(seat).ticket();
  return answer.ok ? null : answer.code;
};

it('[DOOR-28] [PAGE-5] one of them is ended after a question in place; the page says that the return link is new', async () => {
  const phone = await anotherDevice({ browser: 'Firefox', system: 'Android' });
  const tablet = await anotherDevice({ browser: null, system: 'iPad' });
  await show();
  expect(rows()).toEqual([
    'iPadused in the last hourEnd',
    'Firefox on Androidused in the last hourEnd',
    'another browserthis device',
  ]);
  await press('End Firefox on Android');
  await until(() =>
    expect(place.querySelector('[role="alertdialog"]')?.textContent).toContain('End Firefox on Android?'),
  );
  expect(document.activeElement?.textContent).toBe('End this device');
  expect(await codeOf(phone)).toBeNull();
  await press('End this device');
  await until(() => expect(rows()).toHaveLength(2));
  expect(place.querySelector('[role="status"]')?.textContent).toContain('Your return link is a new one');
  expect([await codeOf(phone), await codeOf(tablet), await codeOf(fay.seat)]).toEqual(['device-ended', null, null]);
});

it('[DOOR-28] all others are ended together, and a refusal is said', async () => {
  const seats = [
    await anotherDevice({ browser: 'Chrome', system: 'Windows' }),
    await anotherDevice({ browser: 'Edge', system: 'Windows' }),
  ];
  await show();
  await press('End all other devices');
  await press('End all others');
  await until(() => expect(rows()).toEqual(['another browserthis device']));
  for (const seat of seats) expect(await codeOf(seat)).toBe('device-ended');
  expect(button('End all other devices')).toBeUndefined();

  const late = await anotherDevice({ browser: 'Chrome', system: 'Windows' });
  root.unmount();
  root = createRoot(place);
  await show();
  const list = await server.store.listSeats(board.id, fay.person.id);
  const row = list.find(({ device, endedAtMs }) => device.system === 'Windows' && endedAtMs === null);
  await server.store.updateSeat(board.id, row?.hash ?? '', { endedAtMs: 1 });
  await press('End Chrome on Windows');
  await press('End this device');
  await until(() => expect(place.querySelector('[role="alert"]')?.textContent).toContain('This device is no longer'));
  await until(() => expect(rows()).toHaveLength(1));
  expect(await codeOf(late)).toBe('device-ended');
});
