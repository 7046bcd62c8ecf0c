/**
 * Who may use which address. The addresses come from the code, who gets in at each from asking a real server as everybody; the
 * table is what is promised, so that a new address, or another right, is decided here.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '#shared/wire/limits.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import { runSheets } from '#shared/testing/english.ts';
import { agendaFileVersion, agendaFormat } from '#shared/workshop/agendaFile.ts';
import type { ReturnLink } from '#shared/wire/devices.ts';
import { readEnvironment } from '#server/ops/environment.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs, keyOf, openBoard } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';
import { type Access, accesses, accessOf } from './access.ts';
import { createApp } from './createApp.ts';
import type { Services } from './Services.ts';

const table: Readonly<Record<string, Access>> = {
  'DELETE /api/boards/:id': 'owner',
  'DELETE /api/boards/:id/agendas/:agenda': 'administer',
  'DELETE /api/boards/:id/devices': 'seat',
  'DELETE /api/boards/:id/devices/:device': 'seat',
  'DELETE /api/boards/:id/losses/:snapshot': 'administer',
  'DELETE /api/boards/:id/people/:person': 'administer',
  'DELETE /api/boards/:id/people/:person/keep-out': 'administer',
  'DELETE /api/boards/:id/ratings': 'administer',
  'DELETE /api/boards/:id/rounds/:round/ideas/:idea': 'edit',
  'DELETE /api/boards/:id/snapshots/:snapshot': 'administer',
  'GET /api/boards/:id/agendas': 'administer',
  'GET /api/boards/:id/agendas/:agenda': 'administer',
  'GET /api/boards/:id/assets/:asset': 'seat',
  'GET /api/boards/:id/comes-for': 'seat',
  'GET /api/boards/:id/damage': 'administer',
  'GET /api/boards/:id/devices': 'seat',
  'GET /api/boards/:id/door': 'key',
  'GET /api/boards/:id/export/:file': 'seat',
  'GET /api/boards/:id/export/board.json': 'administer',
  'GET /api/boards/:id/links': 'administer',
  'GET /api/boards/:id/losses': 'administer',
  'GET /api/boards/:id/owner': 'seat',
  'GET /api/boards/:id/people': 'administer',
  'GET /api/boards/:id/acts': 'administer',
  'GET /api/boards/:id/people/:person/acts': 'administer',
  'GET /api/boards/:id/people/kinds': 'administer',
  'GET /api/boards/:id/ratings': 'administer',
  'GET /api/boards/:id/record': 'seat',
  'GET /api/boards/:id/return': 'return',
  'GET /api/boards/:id/return-link': 'seat',
  'GET /api/boards/:id/rounds': 'seat',
  'GET /api/boards/:id/seat': 'seat',
  'GET /api/boards/:id/session': 'seat',
  'GET /api/boards/:id/session/notes': 'administer',
  'GET /api/boards/:id/snapshots': 'seat',
  'GET /api/boards/:id/snapshots/:snapshot/document': 'seat',
  'GET /api/boards/:id/way-in': 'seat',
  'GET /api/settings': 'open',
  'GET /api/templates': 'open',
  'PATCH /api/boards/:id': 'administer',
  'PATCH /api/boards/:id/agendas/:agenda': 'administer',
  'PATCH /api/boards/:id/people/:person': 'administer',
  'PATCH /api/boards/:id/snapshots/:snapshot': 'administer',
  'POST /api/boards': 'open',
  'POST /api/boards/:id/assets': 'edit',
  'POST /api/boards/:id/damage': 'administer',
  'POST /api/boards/:id/join': 'key',
  'POST /api/boards/:id/links/:role/reset': 'administer',
  'POST /api/boards/:id/losses/:snapshot': 'administer',
  'POST /api/boards/:id/people/:person/acts': 'administer',
  'POST /api/boards/:id/people/:person/keep-out': 'administer',
  'POST /api/boards/:id/people/find': 'administer',
  'POST /api/boards/:id/return': 'return',
  'POST /api/boards/:id/return-link/reset': 'seat',
  'POST /api/boards/:id/rounds': 'administer',
  'POST /api/boards/:id/session': 'seat',
  'POST /api/boards/:id/snapshots': 'edit',
  'POST /api/boards/:id/snapshots/:snapshot/board': 'administer',
  'POST /api/boards/:id/snapshots/:snapshot/restore': 'administer',
  'POST /api/boards/:id/tickets': 'seat',
  'POST /api/boards/import': 'open',
  'POST /api/boards/import/check': 'open',
  'POST /api/codes': 'open',
  'PUT /api/boards/:id/agendas/:agenda': 'administer',
  'PUT /api/boards/:id/comes-for': 'seat',
  'PUT /api/boards/:id/links/:role/end': 'administer',
  'PUT /api/boards/:id/owner': 'owner',
  'PUT /api/boards/:id/ratings/:organization': 'administer',
  'PUT /api/boards/:id/rounds/:round/abstention': 'administer',
  'PUT /api/boards/:id/rounds/:round/answer': 'edit',
  'PUT /api/boards/:id/rounds/:round/ballot': 'edit',
  'PUT /api/boards/:id/rounds/:round/end': 'administer',
  'PUT /api/boards/:id/rounds/:round/ideas/:idea': 'edit',
  'PUT /api/boards/:id/table': 'administer',
};

const round = 'a'.repeat(16);
const agenda = { format: agendaFormat, version: agendaFileVersion, name: 'Monthly', steps: runSheets[0]?.steps ?? [] };
const answers = { reliability: 3, truth: 3, ability: 3, strength: 3, safe_to_disagree: 3, clear_rules: 3 };

/** What a request needs so that only the door can refuse it. */
const bodies: Readonly<Record<string, (scene: Scene) => unknown>> = {
  'PATCH /api/boards/:id': () => ({ title: 'Another' }),
  'PATCH /api/boards/:id/agendas/:agenda': () => ({ name: 'Monthly', from: 0 }),
  'PATCH /api/boards/:id/people/:person': () => ({ role: 'participant', from: 'participant' }),
  'PATCH /api/boards/:id/snapshots/:snapshot': () => ({ name: 'Noon' }),
  'POST /api/boards': () => ({ title: 'New' }),
  'POST /api/boards/:id/damage': () => ({ do: 'goOn' }),
  'POST /api/boards/:id/links/:role/reset': () => ({}),
  'POST /api/boards/:id/people/:person/acts': () => ({ since: 0 }),
  'POST /api/boards/:id/people/find': () => ({ which: 'away', text: '', from: 0 }),
  'POST /api/boards/:id/return': () => ({}),
  'POST /api/boards/:id/rounds': () => ({ kind: 'pulse', id: round }),
  'POST /api/boards/:id/session': () => ({ id: 'react-1234', command: { do: 'react', reaction: 'agree' } }),
  'POST /api/boards/:id/snapshots': () => ({ reason: 'import' }),
  'POST /api/boards/:id/snapshots/:snapshot/board': () => ({ title: 'Copy' }),
  'POST /api/codes': () => ({ code: 'WRONG' }),
  'PUT /api/boards/:id/agendas/:agenda': () => ({ agenda, from: 0 }),
  'PUT /api/boards/:id/comes-for': () => ({ organization: null }),
  'PUT /api/boards/:id/links/:role/end': () => ({ ends: null, from: null }),
  'PUT /api/boards/:id/owner': ({ people }) => ({ person: people.facilitator.person.id }),
  'PUT /api/boards/:id/ratings/:organization': () => ({ influence: 1, stake: 1 }),
  'PUT /api/boards/:id/rounds/:round/abstention': () => ({ abstain: false }),
  'PUT /api/boards/:id/rounds/:round/answer': () => ({ answers }),
  'PUT /api/boards/:id/rounds/:round/ballot': () => ({ change: round, by: {} }),
  'PUT /api/boards/:id/rounds/:round/end': () => ({ to: 'discarded' }),
  'PUT /api/boards/:id/rounds/:round/ideas/:idea': () => ({ change: round, text: 'An idea', from: 0 }),
  'PUT /api/boards/:id/table': () => ({ isClosed: false }),
};

const callers = [
  'nobody',
  'stranger',
  'removed',
  'link',
  'returnLink',
  'observer',
  'participant',
  'facilitator',
  'owner',
] as const;
type Caller = (typeof callers)[number];
/**
 * The weakest caller whom each level lets in. Links are no seats: they let in where their key or secret is asked for, and nowhere
 * else; and a seat is no return link.
 */
const weakest: Readonly<Record<Access, Caller>> = {
  open: 'nobody',
  key: 'link',
  return: 'returnLink',
  seat: 'observer',
  edit: 'participant',
  administer: 'facilitator',
  owner: 'owner',
};
const doorCodes = [
  'seat-ended',
  'removed',
  'role-refused',
  'edit-refused',
  'owner-only',
  'link-altered',
  'link-ended',
  'return-ended',
];

interface Scene {
  readonly board: BoardCreated;
  readonly people: Readonly<Record<'owner' | 'facilitator' | 'participant' | 'observer' | 'removed' | 'other', Joined>>;
  readonly secrets: Readonly<Record<Caller, string>>;
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits: { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 10_000 } });
});
afterAll(() => server.stop());

async function openScene(): Promise<Scene> {
  const [board, elsewhere] = [await openBoard(server), await openBoard(server)];
  const owner = await joinAs(server, board, 'facilitator');
  const facilitator = await joinAs(server, board, 'facilitator');
  const participant = await joinAs(server, board, 'participant');
  const observer = await joinAs(server, board, 'observer');
  const removed = await joinAs(server, board, 'participant');
  const other = await joinAs(server, board, 'participant');
  const stranger = await joinAs(server, elsewhere, 'facilitator');
  const returnLink = await callApi<ReturnLink>(server, 'GET', `/api/boards/${board.id}/return-link`, {
    secret: owner.seat,
  });
  const path = `/api/boards/${board.id}/people/${removed.person.id}`;
  await callApi(server, 'DELETE', path, { secret: owner.seat });
  return {
    board,
    people: { owner, facilitator, participant, observer, removed, other },
    secrets: {
      nobody: '',
      stranger: stranger.seat,
      removed: removed.seat,
      link: keyOf(board.links.facilitator),
      returnLink: returnLink.body.link.split('#r=')[1] ?? '',
      observer: observer.seat,
      participant: participant.seat,
      facilitator: facilitator.seat,
      owner: owner.seat,
    },
  };
}

/** Every address of the API with all that it says of who gets in, as the app itself knows them; of services only the limits matter. */
function routesOfCode(): Readonly<Record<string, readonly Access[]>> {
  const environment = readEnvironment({});
  const services = { environment, limits: defaultLimits, nowMs: () => 0, stoodStillMs: () => 0 } as unknown as Services;
  const { routes } = createApp(services, { read: () => Promise.resolve(null) });
  const own = routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'));
  const declared: Record<string, Access[]> = {};
  for (const { method, path, handler } of own) {
    const access = accessOf(handler);
    (declared[`${method} ${path}`] ??= []).push(...(access === null ? [] : [access]));
  }
  return declared;
}

async function isLetIn(route: string, scene: Scene, caller: Caller): Promise<boolean> {
  const [method = '', address = ''] = route.split(' ');
  const pattern = address.endsWith('/:idea') ? `${address}?from=0` : address;
  const path = pattern
    .replace(':id', scene.board.id)
    .replace(':person', scene.people.other.person.id)
    .replace(':role', 'participant')
    .replace(':device', 'a'.repeat(16))
    .replace(':round', round)
    .replace(':idea', round)
    .replace(':snapshot', round)
    .replace(':asset', round.repeat(2))
    .replace(':organization', 'org1')
    .replace(':file', 'nothing.txt');
  const secret = scene.secrets[caller];
  // the key of a link comes in the body here
  const json = route.endsWith('/join') ? { key: secret, name: 'Newcomer' } : bodies[route]?.(scene);
  const answer = await callApi(server, method, path, {
    ...(secret !== '' && { secret }),
    ...(json !== undefined && { json }),
  });
  expect(answer.status, `${route} as ${caller}`).toBeLessThan(500);
  expect(['invalid-body', 'too-fast', 'origin-refused'], `${route} as ${caller}`).not.toContain(
    table[route] === 'open' ? null : answer.code,
  );
  return answer.code === undefined || !doorCodes.includes(answer.code);
}

describe('every address of the API', () => {
  it('[DOOR-24] says once who gets in, as the table promises, and the table names no other', () => {
    const promised = Object.entries(table).map(([route, access]) => [route, [access]]);
    expect(routesOfCode()).toEqual(Object.fromEntries(promised));
  });

  it.each(accesses)(
    '[DOOR-24] [DOOR-9] that asks for "%s" lets in whom the table says, and nobody else',
    async (level) => {
      const changesPeople = /^(DELETE|POST|PUT) .*(:id|:person|keep-out|owner)$/;
      let scene = await openScene();
      const found: string[] = [];
      const promised: string[] = [];
      for (const [route] of Object.entries(table).filter(([, one]) => one === level)) {
        if (changesPeople.test(route)) scene = await openScene();
        for (const caller of callers) {
          const isEnough = callers.indexOf(caller) >= callers.indexOf(weakest[level]);
          const isLink = caller === 'link' || caller === 'returnLink';
          const isByLink = level === 'key' || level === 'return';
          const isPromised = isByLink ? caller === weakest[level] : isLink ? level === 'open' : isEnough;
          promised.push(`${route} ${caller} ${isPromised}`);
          found.push(`${route} ${caller} ${await isLetIn(route, scene, caller)}`);
        }
        if (changesPeople.test(route)) scene = await openScene();
      }
      expect(found).toEqual(promised);
    },
    120_000,
  );
});
