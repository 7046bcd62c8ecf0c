/**
 * The server killed with SIGKILL while rounds run and while they end: every acknowledged idea and ballot is there, each idea
 * stands on the board once, totals are right, and no file leads from one to a person. `KILLS=50` for longer; `SEED` as printed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readMap } from '#shared/board/mapDocument.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { seededRandom } from '../../server/testing/hostile/mutateBytes.ts';
import { SealedPerson } from '../../server/testing/SealedPerson.ts';
import { BoardApi } from '../BoardApi.ts';
import { LoggedServer } from './LoggedServer.ts';

const kills = Number(process.env['KILLS'] ?? 4);
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
const settles = { timeout: 20_000, interval: 50 };
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

describe(`rounds and SIGKILL, seed ${seed}`, () => {
  const random = seededRandom(seed);
  const newId = () => Array.from({ length: 16 }, () => letters[Math.floor(random() * 36)]).join('');
  let server: LoggedServer;
  beforeAll(async () => {
    server = await LoggedServer.start();
  });
  afterAll(() => server.remove());

  const where = () => ({ origin: server.origin, wsOrigin: server.origin.replace('http', 'ws') + '/sync' });

  async function people(board: BoardCreated): Promise<readonly [SealedPerson, ...SealedPerson[]]> {
    const enter = (role: 'facilitator' | 'participant', name: string) => SealedPerson.join(where(), board, role, name);
    const writers = await Promise.all([1, 2, 3, 4].map((n) => enter('participant', `Writer ${n}`)));
    return [await enter('facilitator', 'Alma'), ...writers];
  }

  function disk(): Buffer {
    const files = readdirSync(server.folder, { withFileTypes: true }).filter((file) => file.isFile());
    return Buffer.concat(files.map(({ name }) => readFileSync(join(server.folder, name))));
  }

  async function ideasOf(board: BoardCreated): Promise<string[]> {
    const looker = await (await SealedPerson.join(where(), board, 'observer', 'Olga')).listen();
    const ideas = () => readMap(looker.doc).ideas.map(({ text }) => text);
    await vi.waitFor(() => expect(ideas().length).toBeGreaterThan(0), settles);
    looker.leave();
    return ideas().toSorted();
  }

  it(
    `[SEALED-1] [SEALED-3] [SEALED-6] [SEALED-20] ${kills} kills lose nothing acknowledged, double nothing, and leave nobody's name`,
    async () => {
      const api = new BoardApi(server.origin);
      let endedBefore = 0;
      for (let kill = 0; kill < kills; kill++) {
        const board = await api.createBoard(`Board ${kill}`);
        const [alma, ...writers] = await people(board);
        const target = { kind: 'sheet' };
        const ideas = { kind: 'ideas', id: newId(), prompt: 'Who?', named: false, target };
        const options = ['a', 'b', 'c'].map((id) => ({ id, label: `Option ${id}`, ref: null }));
        const vote = { kind: 'vote', id: newId(), question: 'Which?', options, dots: 3, cap: 2 };
        for (const round of [ideas, vote]) expect(await alma.tries('POST', '', round)).toBe(204);
        const ids: string[] = [];
        const texts: string[] = [];
        for (const [n, writer] of writers.entries()) {
          for (let idea = 0; idea < 3; idea++) {
            const [id, text] = [newId(), `idea ${n}-${idea} ${newId()}`];
            expect(await writer.tries('PUT', `/${ideas.id}/ideas/${id}`, { change: newId(), text, from: 0 })).toBe(200);
            ids.push(id);
            texts.push(text);
          }
          expect(await writer.tries('PUT', `/${vote.id}/ballot`, { change: newId(), by: { a: 1, b: 2 } })).toBe(200);
        }
        const ends = [
          alma.tries('PUT', `/${ideas.id}/end`, { to: 'revealed' }),
          alma.tries('PUT', `/${vote.id}/end`, { to: 'closed' }),
        ].map((end) => end.catch(() => 'cut'));
        await wait(random() * 25);
        await server.end('SIGKILL');
        await Promise.all(ends);
        await server.startAgain();

        const { rounds, mine } = await writers[0]!.state();
        const found = rounds.find(({ id }) => id === ideas.id);
        if (found?.status === 'open') expect(mine.find(({ round }) => round === ideas.id)?.ideas).toHaveLength(3);
        else endedBefore++;
        expect(await alma.tries('PUT', `/${ideas.id}/end`, { to: 'revealed' })).toBe(204);
        expect(await alma.tries('PUT', `/${vote.id}/end`, { to: 'closed' })).toBe(204);
        expect(await ideasOf(board)).toEqual(texts.toSorted());
        const after = (await alma.state()).rounds;
        expect(after.find(({ id }) => id === vote.id)).toMatchObject({ status: 'closed', totals: [4, 8, 0] });
        const bytes = disk();
        expect(ids.filter((id) => bytes.includes(id))).toEqual([]);
        for (const trace of ['"dots":{', 'sealed1:']) expect(bytes.includes(trace)).toBe(false);
        expect(readdirSync(join(server.folder, 'round-keys'))).toEqual([]);
        expect(await ideasOf(board)).toEqual(texts.toSorted());
      }
      // the kills meet both sides of the end; printed, since a machine may be faster or slower
      process.stdout.write(`ended before the kill: ${endedBefore} of ${kills}\n`);
    },
    60_000 + kills * 15_000,
  );
});
