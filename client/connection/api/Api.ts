/**
 * The HTTP API as functions. Answers are values: what the schema of shared/wire/http.ts promises, or the code of a refusal;
 * nothing here throws. Secrets go into the Authorization header or the body, never into an address.
 */
import * as v from 'valibot';
import {
  AssetStored,
  BoardCreated,
  BoardLinks,
  BoardRatings,
  CodeFound,
  Door,
  HttpError,
  Joined,
  KeptOut,
  Owner,
  Seat,
  Templates,
  Ticket,
  deviceHeader,
} from '#shared/wire/http.ts';
import type { ChangeRole, CreateBoard, EndLink, Join, RateOrganization } from '#shared/wire/http.ts';
import { randomHex } from '#client/ui/text/randomText.ts';
import { BoardDamage, type DecideDamage } from '#shared/wire/damage.ts';
import { ImportPreview, Losses, Restored, Snapshots, SnapshotSummary } from '#shared/wire/snapshots.ts';
import type { NameSnapshot, SnapshotBoard, TakeSnapshot } from '#shared/wire/snapshots.ts';
import type { SessionCommand, SessionRequest } from '#shared/wire/WorkshopCommand.ts';
import type { Role } from '#shared/wire/roles.ts';
import { failureOf, type Failure } from './failureOf.ts';
import { fetchInTime, LineError } from './fetchInTime.ts';
import type { Clock } from '#client/connection/Ports.ts';
import { systemClock } from '#client/connection/systemClock.ts';

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: Failure };
export type TicketAnswer = Answer<{ readonly ticket: string }>;

export interface SealedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** How long an answer may take to begin. */
const answerMs = 20_000;
/** The server looks through the whole of it before it answers. */
const largeAnswerMs = 30_000;
/** A board file may wait for others before it is read. */
const importMs = 60_000;
/** Longer than a restore may take on the server. */
const restoreMs = 120_000;
/** An export may wait for others before it begins. */
const exportMs = 600_000;
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

export type BoardAsk = Pick<Ask, 'method' | 'body' | 'answerMs'>;

export class Api {
  readonly #fetch: typeof fetch;
  readonly #clock: Clock;
  readonly #device: () => string | null;

  /** `device`: the mark of this browser, told at the door. */
  constructor(fetcher: typeof fetch, clock: Clock = systemClock, device: () => string | null = () => null) {
    this.#fetch = fetcher;
    this.#clock = clock;
    this.#device = device;
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
  onBoard<S extends v.GenericSchema>(board: string, secret: string, path: string, schema: S, ask: BoardAsk = {}) {
    return this.#ask(`${address(board)}${path}`, schema, { ...ask, secret, isDoor: true });
  }

  ticket(board: string, seat: string): Promise<TicketAnswer> {
    return this.#ask(`${address(board)}/tickets`, Ticket, { method: 'POST', secret: seat, isDoor: true });
  }

  links(board: string, seat: string): Promise<Answer<BoardLinks>> {
    return this.#ask(`${address(board)}/links`, BoardLinks, { secret: seat });
  }

  /** `from`: the link that is on the screen. */
  resetLink(board: string, seat: string, role: Role, from: string): Promise<Answer<BoardLinks>> {
    const path = `${address(board)}/links/${role}/reset`;
    return this.#ask(path, BoardLinks, { method: 'POST', secret: seat, body: { from } });
  }

  /** `from`: the end that is on the screen. */
  endLink(board: string, seat: string, role: Role, body: v.InferInput<typeof EndLink>): Promise<Answer<BoardLinks>> {
    return this.#ask(`${address(board)}/links/${role}/end`, BoardLinks, { method: 'PUT', secret: seat, body });
  }

  closeTable(board: string, seat: string, isClosed: boolean): Promise<Answer<BoardLinks>> {
    return this.#ask(`${address(board)}/table`, BoardLinks, { method: 'PUT', secret: seat, body: { isClosed } });
  }

  removePerson(board: string, seat: string, person: string): Promise<Answer<unknown>> {
    return this.#ask(`${address(board)}/people/${encodeURIComponent(person)}`, v.unknown(), {
      method: 'DELETE',
      secret: seat,
    });
  }

  /** Takes them off the board for good: their devices are kept out, and the links that they may know are new. */
  keepOut(board: string, seat: string, person: string): Promise<Answer<KeptOut>> {
    const path = `${address(board)}/people/${encodeURIComponent(person)}/keep-out`;
    return this.#ask(path, KeptOut, { method: 'POST', secret: seat });
  }

  owner(board: string, seat: string): Promise<Answer<Owner>> {
    return this.#ask(`${address(board)}/owner`, Owner, { secret: seat });
  }

  handOver(board: string, seat: string, person: string): Promise<Answer<Owner>> {
    return this.#ask(`${address(board)}/owner`, Owner, { method: 'PUT', secret: seat, body: { person } });
  }

  letIn(board: string, seat: string, person: string): Promise<Answer<unknown>> {
    const path = `${address(board)}/people/${encodeURIComponent(person)}/keep-out`;
    return this.#ask(path, v.unknown(), { method: 'DELETE', secret: seat });
  }

  /** `from` is the role that was on the screen, so that nobody is changed by accident. */
  changeRole(board: string, seat: string, person: string, change: v.InferInput<typeof ChangeRole>) {
    const path = `${address(board)}/people/${encodeURIComponent(person)}`;
    return this.#ask(path, v.unknown(), { method: 'PATCH', secret: seat, body: change });
  }

  /** `from`: the title that is on the screen. */
  rename(board: string, seat: string, title: string, from: string): Promise<Answer<unknown>> {
    return this.#ask(address(board), v.unknown(), { method: 'PATCH', secret: seat, body: { title, from } });
  }

  deleteBoard(board: string, seat: string): Promise<Answer<unknown>> {
    return this.#ask(address(board), v.unknown(), { method: 'DELETE', secret: seat });
  }

  ratings(board: string, seat: string): Promise<Answer<BoardRatings>> {
    return this.#ask(`${address(board)}/ratings`, BoardRatings, { secret: seat });
  }

  rate(
    board: string,
    seat: string,
    organization: string,
    body: v.InferInput<typeof RateOrganization>,
  ): Promise<Answer<unknown>> {
    const path = `${address(board)}/ratings/${encodeURIComponent(organization)}`;
    return this.#ask(path, v.unknown(), { method: 'PUT', secret: seat, body });
  }

  deleteRatings(board: string, seat: string): Promise<Answer<unknown>> {
    return this.#ask(`${address(board)}/ratings`, v.unknown(), { method: 'DELETE', secret: seat });
  }

  /** Safe to repeat with the same `id`: the server carries a command out once. */
  command(board: string, seat: string, command: SessionCommand, id = commandId()): Promise<Answer<unknown>> {
    const body = { id, command } satisfies SessionRequest;
    return this.#ask(`${address(board)}/session`, v.unknown(), { method: 'POST', secret: seat, body });
  }

  /**
   * One request about sealed rounds; `path` begins after `/rounds`. Each can be repeated and changes nothing then. The
   * answer is read by the part that asks, which comes after the canvas.
   */
  sealed(board: string, seat: string, request: SealedRequest): Promise<Answer<unknown>> {
    const { method, path, body } = request;
    return this.#ask(`${address(board)}/rounds${path}`, v.unknown(), { method, secret: seat, body });
  }

  /** What its workshops gave; read by the part that asks. */
  record(board: string, seat: string): Promise<Answer<unknown>> {
    return this.#ask(`${address(board)}/record`, v.unknown(), { secret: seat });
  }

  snapshots(board: string, seat: string): Promise<Answer<Snapshots>> {
    return this.#ask(`${address(board)}/snapshots`, Snapshots, { secret: seat });
  }

  takeSnapshot(board: string, seat: string, body: v.InferInput<typeof TakeSnapshot>): Promise<Answer<SnapshotSummary>> {
    return this.#ask(`${address(board)}/snapshots`, SnapshotSummary, { method: 'POST', secret: seat, body });
  }

  /** `from`: the name that is on the screen. */
  nameSnapshot(
    board: string,
    seat: string,
    snapshot: string,
    body: v.InferInput<typeof NameSnapshot>,
  ): Promise<Answer<unknown>> {
    return this.#ask(snapshotAddress(board, snapshot), v.unknown(), { method: 'PATCH', secret: seat, body });
  }

  deleteSnapshot(board: string, seat: string, snapshot: string): Promise<Answer<unknown>> {
    return this.#ask(snapshotAddress(board, snapshot), v.unknown(), { method: 'DELETE', secret: seat });
  }

  restoreSnapshot(board: string, seat: string, snapshot: string): Promise<Answer<Restored>> {
    return this.#ask(`${snapshotAddress(board, snapshot)}/restore`, Restored, {
      method: 'POST',
      secret: seat,
      answerMs: restoreMs,
    });
  }

  /** What was taken away and no facilitator has decided about. */
  losses(board: string, seat: string): Promise<Answer<Losses>> {
    return this.#ask(`${address(board)}/losses`, Losses, { secret: seat });
  }

  damage(board: string, seat: string): Promise<Answer<BoardDamage>> {
    return this.#ask(`${address(board)}/damage`, BoardDamage, { secret: seat });
  }

  decideDamage(board: string, seat: string, decision: DecideDamage): Promise<Answer<unknown>> {
    return this.#ask(`${address(board)}/damage`, v.unknown(), { method: 'POST', secret: seat, body: decision });
  }

  bringBack(board: string, seat: string, snapshot: string): Promise<Answer<unknown>> {
    return this.#ask(lossAddress(board, snapshot), v.unknown(), { method: 'POST', secret: seat });
  }

  putLossAway(board: string, seat: string, snapshot: string): Promise<Answer<unknown>> {
    return this.#ask(lossAddress(board, snapshot), v.unknown(), { method: 'DELETE', secret: seat });
  }

  snapshotBoard(
    board: string,
    seat: string,
    snapshot: string,
    body: v.InferInput<typeof SnapshotBoard>,
  ): Promise<Answer<BoardCreated>> {
    return this.#ask(`${snapshotAddress(board, snapshot)}/board`, BoardCreated, { method: 'POST', secret: seat, body });
  }

  /** A Yjs update (V1). */
  async snapshotDocument(board: string, seat: string, snapshot: string): Promise<Answer<Uint8Array>> {
    const answer = await this.#blob(`${snapshotAddress(board, snapshot)}/document`, seat);
    return answer.ok ? { ok: true, value: new Uint8Array(await answer.value.arrayBuffer()) } : answer;
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

  upload(board: string, seat: string, picture: Blob): Promise<Answer<AssetStored>> {
    return this.#ask(`${address(board)}/assets`, AssetStored, { method: 'POST', secret: seat, body: picture });
  }

  asset(board: string, seat: string, asset: string): Promise<Answer<Blob>> {
    return this.#blob(`${address(board)}/assets/${encodeURIComponent(asset)}`, seat);
  }

  /** A file or the pack that the server makes to take home; its bytes come as they are made. `query`: the choices. */
  async take(board: string, seat: string, file: string, query: string): Promise<Answer<Response>> {
    const path = `${address(board)}/export/${encodeURIComponent(file)}${query === '' ? '' : `?${query}`}`;
    const response = await this.#send(path, { secret: seat, answerMs: exportMs });
    if (response === null) return { ok: false, code: 'unreachable' };
    if (!response.ok) return { ok: false, code: refusalOf(await bodyOf(response)) };
    return { ok: true, value: response };
  }

  async #blob(path: string, secret: string): Promise<Answer<Blob>> {
    const response = await this.#send(path, { secret });
    if (response === null) return { ok: false, code: 'unreachable' };
    if (!response.ok) return { ok: false, code: refusalOf(await bodyOf(response)) };
    try {
      return { ok: true, value: await response.blob() };
    } catch (error) {
      if (error instanceof LineError) return { ok: false, code: 'unreachable' };
      throw error;
    }
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

/** Names one attempt. */
function commandId(): string {
  return randomHex(12);
}

function address(board: string): string {
  return `/api/boards/${encodeURIComponent(board)}`;
}

function lossAddress(board: string, snapshot: string): string {
  return `${address(board)}/losses/${encodeURIComponent(snapshot)}`;
}

function snapshotAddress(board: string, snapshot: string): string {
  return `${address(board)}/snapshots/${encodeURIComponent(snapshot)}`;
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
