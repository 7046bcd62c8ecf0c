/** Agendas that facilitators keep on a board, over the real server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notedSheets } from '#shared/testing/english.ts';
import { maxSavedAgendas, type SavedAgendas, type WholeAgenda } from '#shared/wire/agendas.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import { agendaFileVersion, agendaFormat, readAgendaObject } from '#shared/workshop/agendaFile.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs, openBoard } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

const limits = { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000, commandsPerMinute: 10_000 };
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits });
});
afterAll(() => server.stop());

const agenda = (name: string) => ({
  format: agendaFormat,
  version: agendaFileVersion,
  name,
  steps: notedSheets[0]?.steps ?? [],
});
const ids = { monthly: 'monthly00000', short: 'short0000000' };

interface Board {
  readonly board: BoardCreated;
  readonly fay: Joined;
  readonly ben: Joined;
  readonly pat: Joined;
}

async function newBoard(): Promise<Board> {
  const board = await openBoard(server);
  const [fay, ben] = [
    await joinAs(server, board, 'facilitator', 'Fay'),
    await joinAs(server, board, 'facilitator', 'Ben'),
  ];
  return { board, fay, ben, pat: await joinAs(server, board, 'participant', 'Pat') };
}

const ask = <T = unknown>({ board }: Board, who: Joined, method: string, path = '', json?: unknown) =>
  callApi<T>(server, method, `/api/boards/${board.id}/agendas${path}`, {
    secret: who.seat,
    ...(json === undefined ? {} : { json }),
  });
const outcome = async (asked: ReturnType<typeof ask>) => {
  const { code, status } = await asked;
  return code ?? status;
};
const list = async (on: Board, who = on.fay) => (await ask<SavedAgendas>(on, who, 'GET')).body.agendas;

describe('agendas on a board', () => {
  it('[SESSION-18] are saved under names, loaded whole with activities and notes, renamed and deleted, by all facilitators', async () => {
    const on = await newBoard();
    const { fay, ben } = on;
    expect(await outcome(ask(on, fay, 'PUT', `/${ids.monthly}`, { agenda: agenda('Monthly'), from: 0 }))).toBe(204);
    expect(await outcome(ask(on, fay, 'PUT', `/${ids.short}`, { agenda: agenda('Short'), from: 0 }))).toBe(204);
    expect(await list(on, ben)).toEqual([
      { id: ids.monthly, name: 'Monthly', version: 1, steps: 10, minutes: 90 },
      { id: ids.short, name: 'Short', version: 1, steps: 10, minutes: 90 },
    ]);
    const { body } = await ask<WholeAgenda>(on, ben, 'GET', `/${ids.monthly}`);
    expect(readAgendaObject(body.agenda)).toEqual({
      ok: true,
      agenda: { name: 'Monthly', steps: notedSheets[0]?.steps },
    });
    expect(await outcome(ask(on, ben, 'PATCH', `/${ids.monthly}`, { name: '  Every  month ', from: 1 }))).toBe(204);
    expect((await list(on))[0]).toMatchObject({ name: 'Every month', version: 2 });
    expect(await outcome(ask(on, fay, 'DELETE', `/${ids.short}?from=1`))).toBe(204);
    expect(await outcome(ask(on, fay, 'DELETE', `/${ids.short}?from=1`))).toBe(204);
    expect((await list(on)).map(({ id }) => id)).toEqual([ids.monthly]);
    expect(await list(await newBoard())).toEqual([]);
  });

  it('[SESSION-15] [SESSION-18] nothing is replaced or deleted that was not on the screen; the same request again is as once', async () => {
    const on = await newBoard();
    const { fay, ben } = on;
    const first = { agenda: agenda('Monthly'), from: 0 };
    for (let time = 0; time < 2; time++) expect(await outcome(ask(on, fay, 'PUT', `/${ids.monthly}`, first))).toBe(204);
    const other = { ...first, agenda: agenda('Another') };
    expect(await outcome(ask(on, ben, 'PUT', `/${ids.monthly}`, other))).toBe('agenda-saved');
    expect(await outcome(ask(on, ben, 'PUT', `/${ids.monthly}`, { ...other, from: 1 }))).toBe(204);
    expect(await outcome(ask(on, fay, 'PATCH', `/${ids.monthly}`, { name: 'Mine', from: 1 }))).toBe(
      'saved-agenda-moved',
    );
    expect(await outcome(ask(on, fay, 'DELETE', `/${ids.monthly}?from=1`))).toBe('saved-agenda-moved');
    expect(await list(on)).toMatchObject([{ name: 'Another', version: 2 }]);
    expect(await outcome(ask(on, fay, 'PATCH', `/${ids.short}`, { name: 'Mine', from: 0 }))).toBe('agenda-unknown');
    expect(await outcome(ask(on, fay, 'GET', '/short0000000'))).toBe('agenda-unknown');
    // two at once: one of them is told
    const both = await Promise.all(
      ['A', 'B'].map((name) => outcome(ask(on, fay, 'PUT', `/${ids.monthly}`, { agenda: agenda(name), from: 2 }))),
    );
    expect(new Set(both)).toEqual(new Set([204, 'saved-agenda-moved']));
  });

  it('[SESSION-17] [SESSION-18] are for facilitators: others get nothing of them, also not in refusals', async () => {
    const on = await newBoard();
    await ask(on, on.fay, 'PUT', `/${ids.monthly}`, { agenda: agenda('Quokka'), from: 0 });
    for (const [method, path, json] of [
      ['GET', '', undefined],
      ['GET', `/${ids.monthly}`, undefined],
      ['PUT', `/${ids.monthly}`, { agenda: agenda('Theirs'), from: 1 }],
      ['PATCH', `/${ids.monthly}`, { name: 'Theirs', from: 1 }],
      ['DELETE', `/${ids.monthly}?from=1`, undefined],
    ] as const) {
      const answer = await ask(on, on.pat, method, path, json);
      expect([answer.code, JSON.stringify(answer.body)]).toEqual([
        'role-refused',
        expect.not.stringContaining('Quokka'),
      ]);
    }
    expect(await list(on)).toMatchObject([{ name: 'Quokka', version: 1 }]);
    expect(server.logLines.join('')).not.toContain('Quokka');
  });

  it('[SESSION-18] are bounded in number and size, and what is no agenda changes nothing', async () => {
    const on = await newBoard();
    const { fay } = on;
    const put = (id: string, json: unknown) => outcome(ask(on, fay, 'PUT', `/${id}`, json));
    for (let n = 0; n < maxSavedAgendas; n++)
      expect(await put(`agenda${String(n).padStart(6, '0')}`, { agenda: agenda(`A${n}`), from: 0 })).toBe(204);
    expect(await put('onemore00000', { agenda: agenda('One more'), from: 0 })).toBe('too-many-agendas');
    // one that is there can still be replaced
    expect(await put('agenda000000', { agenda: agenda('Again'), from: 1 })).toBe(204);
    const [step] = notedSheets[0]?.steps ?? [];
    for (const wrong of [
      null,
      agenda('  '),
      agenda('x'.repeat(81)),
      { ...agenda('A'), steps: [] },
      { ...agenda('A'), version: 2 },
      { ...agenda('A'), steps: [step, step] },
      { ...agenda('A'), steps: [{ ...step, secret: 1 }] },
      { ...agenda('A'), steps: Array.from({ length: 61 }, (_, n) => ({ ...step, id: `s${n}` })) },
    ])
      expect(await put('agenda000000', { agenda: wrong, from: 2 }), JSON.stringify(wrong).slice(0, 80)).toBe(
        'invalid-body',
      );
    expect(await put('no/id', { agenda: agenda('A'), from: 0 })).toBe('not-found');
    expect(await put('SHORT', { agenda: agenda('A'), from: 0 })).toBe('agenda-unknown');
    expect(await put('agenda000000', { agenda: agenda('x'.repeat(700_000)), from: 2 })).toBe('too-large');
    expect((await list(on)).length).toBe(maxSavedAgendas);
  });
});
