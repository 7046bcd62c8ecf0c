// @vitest-environment jsdom
/** The panel over a real server: somebody is removed, kept out, and let in again. */
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { BoardContext } from '#client/board/BoardContext.ts';
import { Api } from '#client/connection/api/Api.ts';
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import { previewActs } from '#client/connection/api/personActs.ts';
import { readPeople } from '#client/connection/api/boardPeople.ts';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import { openBoardFor } from '#client/testing/openBoardFor.ts';
import { boardWords } from '#client/locales/boardWords.ts';
import { createTexts, takeBoardTexts } from '#client/locales/createTexts.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { joinWithYWebsocket } from '#server/testing/joinWithYWebsocket.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { joinAs, keyOf, openBoard } from '#server/testing/openBoard.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { startServer, type TestServer } from '#server/testing/startServer.ts';
import { peoplePage } from '#shared/wire/people.ts';
import { PeoplePanel } from './PeoplePanel.tsx';

let server: TestServer;
let board: BoardCreated;
let api: Api;
const at = ({ seat }: Joined) => new SeatApi(api, board.id, seat);
let fay: Joined;
let jordan: Joined;
let place: HTMLElement;
let root: Root;

beforeEach(async () => {
  server = await startServer();
  board = await openBoard(server);
  api = new Api((input, init) => fetch(server.origin + String(input), init));
  fay = await joinAs(server, board, 'facilitator', 'Fay Oduya');
  jordan = await joinAs(server, board, 'participant', 'Jordan Tate');
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  await show([fay, jordan]);
});
afterEach(async () => {
  root.unmount();
  place.remove();
  await server.stop();
});

/** A server on a busy machine takes its time. */
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000 });

/** Of the first of them. */
async function show(people: readonly Joined[]): Promise<void> {
  const texts = await createTexts('en');
  await takeBoardTexts(texts, boardWords);
  const [me] = people;
  if (me === undefined) throw new Error('nobody looks');
  const here = people.map(({ person }): PersonHere => ({ ...person, isMe: person.id === me.person.id, state: 'here' }));
  root.render(
    <I18nextProvider i18n={texts}>
      <BoardContext value={openBoardFor({ server: at(me), people: here, role: me.role })}>
        <PeoplePanel thingOf={(key) => ({ name: key, show: null })} />
      </BoardContext>
    </I18nextProvider>,
  );
  await until(() => expect(place.textContent).toContain(me.person.name));
}

const button = (name: string) =>
  [...place.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent) === name);
async function press(name: string): Promise<void> {
  await until(() => expect(button(name)).toBeDefined());
  button(name)?.click();
}
const asks = () => place.querySelector('[role="alertdialog"]');
const mayJoin = async (link: string) => (await api.door(board.id, keyOf(link))).ok;

it('[DOOR-18] [PAGE-5] one question offers removing alone, and keeping out with new links to copy at once', async () => {
  await press('Remove Jordan Tate');
  await until(() => expect(asks()?.textContent).toContain('They can come back by the link, as somebody new.'));
  expect(document.activeElement?.textContent).toBe('Remove only');
  await press('Keep them out');
  await until(() => expect(place.textContent).toContain('Jordan Tate is kept out.'));
  expect([...place.querySelectorAll('section')].map((one) => one.ariaLabel)).toContain('New links');
  expect(button('Copy link for facilitators')).toBeUndefined();
  expect(button('Copy link for observers')).toBeDefined();
  await press('Copy link for participants');
  const field = () => button('Copy link for participants')?.parentElement?.querySelector('input')?.value;
  await until(() => expect(field()).toMatch(/^https:\/\/board\.example\.org\/b\/.*#k=/));
  expect(await mayJoin(field() ?? '')).toBe(true);
  expect(await mayJoin(board.links.participant)).toBe(false);
  await press('Close');
  await until(() => expect(place.textContent).not.toContain('Jordan Tate is kept out.'));
});

it('[DOOR-19] who is kept out stands in the panel, also for who opens it later, and is let in again', async () => {
  await at(fay).keepOut(jordan.person.id);
  const lee = await joinAs(server, board, 'facilitator', 'Lee Ames');
  await show([lee, fay]);
  root.unmount();
  root = createRoot(place);
  await show([lee, fay]);
  await press('Let Jordan Tate in again');
  await until(() => expect(button('Let Jordan Tate in again')).toBeUndefined());
  expect(await readPeople(at(fay))).toMatchObject({ value: { keptOut: [] } });
});

it('[DOOR-20] another facilitator reads whose board it is, in place of what only the owner does', async () => {
  const lee = await joinAs(server, board, 'facilitator', 'Lee Ames');
  const ana = await joinAs(server, board, 'facilitator', 'Ana Diaz');
  root.unmount();
  root = createRoot(place);
  await show([lee, fay, ana, jordan]);
  await until(() => expect(place.textContent).toContain('Only Fay Oduya, the owner of this board, can remove'));
  expect(place.textContent).toContain('Facilitator · owner');
  for (const name of ['Fay Oduya', 'Ana Diaz']) {
    expect(button(`Remove ${name}`)).toBeUndefined();
    expect(button(`Take the facilitator role back from ${name}`)).toBeUndefined();
    expect(button(`Hand the board over to ${name}`)).toBeUndefined();
  }
  expect(button('Take the facilitator role back from Lee Ames')).toBeDefined();
  expect(button('Remove Jordan Tate')).toBeDefined();
});

it('[DOOR-20] where nobody owns the board, any facilitator does what an owner would', async () => {
  const lee = await joinAs(server, board, 'facilitator', 'Lee Ames');
  await server.store.updateDoor(board.id, { owner: null });
  root.unmount();
  root = createRoot(place);
  await show([lee, fay, jordan]);
  await until(() => expect(button('Hand the board over to Fay Oduya')).toBeDefined());
  expect(button('Hand the board over to Jordan Tate')).toBeUndefined();
  await press('Take the facilitator role back from Fay Oduya');
  await until(() => expect(asks()).not.toBeNull());
  [...(asks()?.querySelectorAll('button') ?? [])][0]?.click();
  const fayNow = async () => {
    const now = await api.seat(board.id, fay.seat);
    return now.ok ? now.value.role : now.code;
  };
  await until(async () => expect(await fayNow()).toBe('participant'));
});

it('[DOOR-20] [PAGE-5] the owner hands the board over after being asked', async () => {
  const lee = await joinAs(server, board, 'facilitator', 'Lee Ames');
  await show([fay, lee, jordan]);
  await press('Hand the board over to Lee Ames');
  await until(() => expect(asks()?.textContent).toContain('From then on only they can delete it'));
  expect(button('Hand the board over to Jordan Tate')).toBeUndefined();
  await press('Hand over');
  await until(() => expect(place.textContent).toContain('Only Lee Ames, the owner of this board'));
  expect(await at(lee).owner()).toMatchObject({ value: { isMe: true } });
});

it('[DOOR-20] who keeps out somebody that may know the facilitators’ link reads whom to ask', async () => {
  const lee = await joinAs(server, board, 'facilitator', 'Lee Ames');
  await at(lee).changeRole(jordan.person.id, { from: 'participant', role: 'facilitator' });
  await at(fay).changeRole(jordan.person.id, { from: 'facilitator', role: 'participant' });
  root.unmount();
  root = createRoot(place);
  await show([lee, fay, jordan]);
  await until(() => expect(place.textContent).toContain('owner'));
  await press('Remove Jordan Tate');
  await press('Keep them out');
  await until(() => expect(place.textContent).toContain('Only Fay Oduya, the owner of this board, can reset it'));
});

it('[DOOR-18] removing alone leaves the links as they are', async () => {
  await press('Remove Jordan Tate');
  await press('Remove only');
  await until(async () => expect(await api.seat(board.id, jordan.seat)).toEqual({ ok: false, code: 'removed' }));
  expect(await mayJoin(board.links.participant)).toBe(true);
});

it('[DOOR-30] who is not here is in the list as well, and is removed like everybody; removed ones stand apart', async () => {
  await joinAs(server, board, 'participant', 'Maya Okafor');
  root.unmount();
  root = createRoot(place);
  await show([fay, jordan]);
  await until(() => expect(place.textContent).toContain('Not here just now'));
  await until(() => expect(place.textContent).toMatch(/Maya OkaforParticipant · last here/));
  expect(button('Make Maya Okafor a facilitator')).toBeDefined();
  expect(button('Follow Maya Okafor')).toBeUndefined();
  await press('Show who was removed');
  await until(() => expect(place.textContent).toContain('Nobody was removed from this board.'));
  expect(document.activeElement?.textContent).toBe('Removed');
  await press('Remove Maya Okafor');
  await press('Remove only');
  await until(() => expect(place.textContent).toContain('Maya OkaforParticipant · removed'));
  expect(button('Remove Maya Okafor')).toBeUndefined();
  await until(() => expect(place.textContent).not.toContain('Not here just now'));
});

it('[DOOR-30] many are found by name, and shown part by part', async () => {
  const count = peoplePage + 3;
  for (let n = 0; n < count; n += 1) await joinAs(server, board, 'participant', `Person ${n}`);
  root.unmount();
  root = createRoot(place);
  await show([fay, jordan]);
  const rows = () => place.querySelectorAll('ul')[1]?.children.length;
  await until(() => expect(button('Show 5 more')).toBeDefined());
  await press('Show 5 more');
  await until(() => expect(rows()).toBe(count));
  expect(button('Show 5 more')).toBeUndefined();
  const field = place.querySelector<HTMLInputElement>('input[type="search"]');
  const type = (text: string): void => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  type('Person 7');
  await until(() => expect(rows()).toBe(1));
  type('Zoe');
  await until(() => expect(place.textContent).toContain('Nobody who is away is called so.'));
}, 30_000);

it('[DOOR-30] [DOOR-9] participants see who is here, and no list of the others', async () => {
  root.unmount();
  root = createRoot(place);
  await show([jordan]);
  expect(place.textContent).not.toContain('Not here just now');
  expect(button('Show who was removed')).toBeUndefined();
});

it('[TAKEBACK-6] what somebody did is looked at first, since when one chooses, and taken back by one press', async () => {
  const ticket = await at(jordan).ticket();
  if (!ticket.ok) throw new Error(ticket.code);
  const line = joinWithYWebsocket(server, board, ticket.value.ticket);
  await line.synced;
  const base = { id: 'shape:one', typeName: 'shape', type: 'note', parentId: 'page:page', props: {}, meta: {} };
  line.doc.getMap('canvas').set('shape:one', new Y.Map<unknown>([['base', base]]));
  const did = () => previewActs(at(fay), jordan.person.id, 'all');
  await until(async () => expect(await did()).toMatchObject({ value: { gone: { drawings: 1 } } }));
  await press('Remove Jordan Tate');
  await press('Take back what they did…');
  const choice = () => place.querySelector('select');
  await until(() => expect(choice()).not.toBeNull());
  expect([...(choice()?.options ?? [])].map((one) => one.text)).toEqual([
    '10 minutes ago',
    'an hour ago',
    'the start of the workshop',
    'as long as it is known',
  ]);
  await until(() => expect(place.textContent).toContain('Goes: 1 drawing.'));
  await press('Take back for everybody');
  await until(() => expect(place.textContent).toContain('What Jordan Tate did is taken back. Gone: 1 drawing.'));
  await press('Close');
  await press('Take back what Jordan Tate did');
  await until(() => expect(place.textContent).toContain('There is nothing to take back.'));
  line.leave();
});
