/**
 * The HTTP API as functions; what a seat asks of its board is SeatApi. Answers are values: what the schema of shared/wire/http.ts promises, or the code of a refusal;
 * nothing here throws. Secrets go into the Authorization header or the body, never into an address.
 */
import * as v from 'valibot';
import { BoardCreated, CodeFound, Door, HttpError, Joined, Seat, Templates, deviceHeader } from '#shared/wire/http.ts';
import type { CreateBoard, Join } from '#shared/wire/http.ts';
import { ImportPreview } from '#shared/wire/snapshots.ts';
import { failureOf, type Failure } from './failureOf.ts';
import { fetchInTime, LineError } from './fetchInTime.ts';
import type { Clock } from '#client/connection/Ports.ts';
import { systemClock } from '#client/connection/systemClock.ts';

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: Failure };

/** How long an answer may take to begin. */
const answerMs = 20_000;
/** The server looks through the whole of it before it answers. */
const largeAnswerMs = 30_000;
/** A board file may wait for others before it is read. */
const importMs = 60_000;
/** Bytes that a slow line sends in a millisecond. */
const slowestPerMs = 32.768;

/** Who brings a file: the operator's secret, or a facilitator's seat on the board `by`. */
export interface ImportProof {
  readonly secret?: string | undefined;
  readonly by?: string | undefined;
}

interface Ask {
  /** until the answer begins; 20 s unless said, and for a file as long as it takes to send */
  readonly answerMs?: number;
  readonly method?: string;
  /** the device is told with it */
  readonly isDoor?: boolean;
  readonly secret?: string | undefined;
  readonly body?: unknown;
}

export type BoardAsk = Omit<Ask, 'secret'>;

export class Api {
  readonly #fetch: typeof fetch;
  readonly #clock: Clock;
  readonly #device: () => string | null;
  readonly #language: () => string | null;

  /** `device`: the mark of this browser, told at the door. `language`: what the page speaks. */
  constructor(
    fetcher: typeof fetch,
    clock: Clock = systemClock,
    device: () => string | null = () => null,
    language: () => string | null = () => null,
  ) {
    this.#fetch = fetcher;
    this.#clock = clock;
    this.#device = device;
    this.#language = language;
  }

  templates(): Promise<Answer<Templates>> {
    return this.#ask('/api/templates', Templates, {});
  }

  createBoard(body: v.InferInput<typeof CreateBoard>, secret?: string): Promise<Answer<BoardCreated>> {
    return this.#ask('/api/boards', BoardCreated, { method: 'POST', body, secret });
  }

  findCode(code: string): Promise<Answer<{ link: string }>> {
    return this.#ask('/api/codes', CodeFound, { method: 'POST', body: { code } });
  }

  door(board: string, key: string): Promise<Answer<Door>> {
    return this.#ask(`${address(board)}/door`, Door, { secret: key, isDoor: true });
  }

  join(board: string, body: v.InferInput<typeof Join>): Promise<Answer<Joined>> {
    return this.#ask(`${address(board)}/join`, Joined, { method: 'POST', body, isDoor: true });
  }

  seat(board: string, seat: string): Promise<Answer<Seat>> {
    return this.#ask(`${address(board)}/seat`, Seat, { secret: seat, isDoor: true });
  }

  /** One request with a secret about a board, for what comes after the first page; `path` begins after the board's. */
  onBoard<S extends v.GenericSchema>(
    board: string,
    secret: string,
    path: string,
    schema: S,
    ask: BoardAsk = {},
  ): Promise<Answer<v.InferOutput<S>>> {
    return this.#ask(`${address(board)}${path}`, schema, { ...ask, secret });
  }

  /** What would come of a board or template file, or what does not fit. */
  checkImport(file: Blob, proof: ImportProof = {}): Promise<Answer<ImportPreview>> {
    const path = `/api/boards/import/check?${queryOf({ by: proof.by })}`;
    return this.#ask(path, ImportPreview, importAsk(file, proof));
  }

  importBoard(file: Blob, title: string, proof: ImportProof = {}): Promise<Answer<BoardCreated>> {
    const path = `/api/boards/import?${queryOf({ title, by: proof.by })}`;
    return this.#ask(path, BoardCreated, importAsk(file, proof));
  }

  /** An answer whose bytes are not read here; see `onBoard`. */
  async bytesOnBoard(board: string, secret: string, path: string, ask: BoardAsk = {}): Promise<Answer<Response>> {
    const response = await this.#send(`${address(board)}${path}`, { ...ask, secret });
    if (response === null) return { ok: false, code: 'unreachable' };
    if (!response.ok) return { ok: false, code: refusalOf(await bodyOf(response)) };
    return { ok: true, value: response };
  }

  async #ask<S extends v.GenericSchema>(path: string, schema: S, ask: Ask): Promise<Answer<v.InferOutput<S>>> {
    const response = await this.#send(path, ask);
    if (response === null) return { ok: false, code: 'unreachable' };
    const body = await bodyOf(response);
    if (!response.ok) return { ok: false, code: refusalOf(body) };
    const parsed = v.safeParse(schema, body);
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, code: 'unreachable' };
  }

  async #send(path: string, { method = 'GET', secret, body, isDoor = false, ...ask }: Ask): Promise<Response | null> {
    const headers = new Headers();
    if (secret !== undefined) headers.set('Authorization', `Bearer ${secret}`);
    const language = this.#language();
    if (language !== null) headers.set('Accept-Language', language);
    const device = isDoor ? this.#device() : null;
    if (device !== null) headers.set(deviceHeader, device);
    if (body instanceof Blob) headers.set('Content-Type', body.type);
    else if (body !== undefined) headers.set('Content-Type', 'application/json');
    const content = body instanceof Blob ? body : body === undefined ? null : JSON.stringify(body);
    const init: RequestInit = { method, headers, body: content, cache: 'no-store', credentials: 'omit' };
    const fileMs = body instanceof Blob ? largeAnswerMs + body.size / slowestPerMs : answerMs;
    try {
      return await fetchInTime(this.#fetch, this.#clock, { path, init, answerMs: ask.answerMs ?? fileMs });
    } catch (error) {
      // No answer came; the caller shows that as a value.
      if (error instanceof LineError) return null;
      throw error;
    }
  }
}

function importAsk(file: Blob, { secret }: ImportProof): Ask {
  return { method: 'POST', body: file, secret, answerMs: importMs + file.size / slowestPerMs };
}

function queryOf(given: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value);
  return query.toString();
}

function address(board: string): string {
  return `/api/boards/${encodeURIComponent(board)}`;
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // 204, a page of some proxy, or a line that broke in the middle: there is nothing to read.
    return null;
  }
}

function refusalOf(body: unknown): Failure {
  const parsed = v.safeParse(HttpError, body);
  if (!parsed.success) return 'unreachable';
  const code = parsed.output.error.code;
  return failureOf(code);
}
