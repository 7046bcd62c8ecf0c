/** What one seat asks of its board; answers as those of Api, which it goes through. */
import * as v from 'valibot';
import { randomHex } from '#client/ui/text/randomText.ts';
import type { WorkshopCommand, WorkshopRequest } from '#shared/wire/WorkshopCommand.ts';
import { BoardDamage, type DecideDamage } from '#shared/wire/damage.ts';
import {
  AssetStored,
  BoardCreated,
  BoardLinks,
  BoardRatings,
  KeptOut,
  Owner,
  Ticket,
  WorkshopAnswer,
} from '#shared/wire/http.ts';
import type { ChangeRole, EndLink, RateOrganization } from '#shared/wire/http.ts';
import type { Role } from '#shared/wire/roles.ts';
import { Losses, Restored, Snapshots, SnapshotSummary } from '#shared/wire/snapshots.ts';
import type { NameSnapshot, SnapshotBoard, TakeSnapshot } from '#shared/wire/snapshots.ts';
import type { Answer, Api, BoardAsk } from './Api.ts';
import { LineError } from './fetchInTime.ts';

export type TicketAnswer = Answer<{ readonly ticket: string }>;

export interface SealedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** Longer than a restore may take on the server. */
const restoreMs = 120_000;
/** An export may wait for others before it begins. */
const exportMs = 600_000;

export class SeatApi {
  readonly #api: Pick<Api, 'onBoard' | 'bytesOnBoard'>;
  readonly #board: string;
  readonly #seat: string;

  constructor(api: Pick<Api, 'onBoard' | 'bytesOnBoard'>, board: string, seat: string) {
    this.#api = api;
    this.#board = board;
    this.#seat = seat;
  }

  /** One request of this seat, for what is loaded later with a schema of its own; `path` begins after the board's. */
  ask<S extends v.GenericSchema>(path: string, schema: S, ask?: BoardAsk): Promise<Answer<v.InferOutput<S>>> {
    return this.#api.onBoard(this.#board, this.#seat, path, schema, ask);
  }

  ticket(): Promise<TicketAnswer> {
    return this.ask('/tickets', Ticket, { method: 'POST', isDoor: true });
  }

  links(): Promise<Answer<BoardLinks>> {
    return this.ask('/links', BoardLinks);
  }

  /** `from`: the link that is on the screen. */
  resetLink(role: Role, from: string): Promise<Answer<BoardLinks>> {
    return this.ask(`/links/${role}/reset`, BoardLinks, { method: 'POST', body: { from } });
  }

  /** `from`: the end that is on the screen. */
  endLink(role: Role, body: v.InferInput<typeof EndLink>): Promise<Answer<BoardLinks>> {
    return this.ask(`/links/${role}/end`, BoardLinks, { method: 'PUT', body });
  }

  closeTable(isClosed: boolean): Promise<Answer<BoardLinks>> {
    return this.ask('/table', BoardLinks, { method: 'PUT', body: { isClosed } });
  }

  removePerson(person: string): Promise<Answer<unknown>> {
    return this.ask(pathOf('people', person), v.unknown(), { method: 'DELETE' });
  }

  /** Takes them off the board for good: their devices are kept out, and the links that they may know are new. */
  keepOut(person: string): Promise<Answer<KeptOut>> {
    return this.ask(`${pathOf('people', person)}/keep-out`, KeptOut, { method: 'POST' });
  }

  letIn(person: string): Promise<Answer<unknown>> {
    return this.ask(`${pathOf('people', person)}/keep-out`, v.unknown(), { method: 'DELETE' });
  }

  owner(): Promise<Answer<Owner>> {
    return this.ask('/owner', Owner);
  }

  handOver(person: string): Promise<Answer<Owner>> {
    return this.ask('/owner', Owner, { method: 'PUT', body: { person } });
  }

  /** `from` is the role that was on the screen, so that nobody is changed by accident. */
  changeRole(person: string, body: v.InferInput<typeof ChangeRole>): Promise<Answer<unknown>> {
    return this.ask(pathOf('people', person), v.unknown(), { method: 'PATCH', body });
  }

  /** `from`: the title that is on the screen. */
  rename(title: string, from: string): Promise<Answer<unknown>> {
    return this.ask('', v.unknown(), { method: 'PATCH', body: { title, from } });
  }

  deleteBoard(): Promise<Answer<unknown>> {
    return this.ask('', v.unknown(), { method: 'DELETE' });
  }

  ratings(): Promise<Answer<BoardRatings>> {
    return this.ask('/ratings', BoardRatings);
  }

  rate(organization: string, body: v.InferInput<typeof RateOrganization>): Promise<Answer<unknown>> {
    return this.ask(pathOf('ratings', organization), v.unknown(), { method: 'PUT', body });
  }

  deleteRatings(): Promise<Answer<unknown>> {
    return this.ask('/ratings', v.unknown(), { method: 'DELETE' });
  }

  /** Safe to repeat with the same `id`: the server carries a command out once. */
  command(command: WorkshopCommand, id = randomHex(12)): Promise<Answer<WorkshopAnswer>> {
    const body = { id, command } satisfies WorkshopRequest;
    return this.ask('/session', WorkshopAnswer, { method: 'POST', body });
  }

  /**
   * One request about private ideas, votes and the pulse; `path` begins after `/rounds`. Each can be repeated and changes
   * nothing then. The answer is read by the part that asks, which comes after the canvas.
   */
  sealed({ path, ...ask }: SealedRequest): Promise<Answer<unknown>> {
    return this.ask(`/rounds${path}`, v.unknown(), ask);
  }

  /** What its workshops gave; read by the part that asks. */
  record(): Promise<Answer<unknown>> {
    return this.ask('/record', v.unknown());
  }

  snapshots(): Promise<Answer<Snapshots>> {
    return this.ask('/snapshots', Snapshots);
  }

  takeSnapshot(body: v.InferInput<typeof TakeSnapshot>): Promise<Answer<SnapshotSummary>> {
    return this.ask('/snapshots', SnapshotSummary, { method: 'POST', body });
  }

  /** `from`: the name that is on the screen. */
  nameSnapshot(snapshot: string, body: v.InferInput<typeof NameSnapshot>): Promise<Answer<unknown>> {
    return this.ask(pathOf('snapshots', snapshot), v.unknown(), { method: 'PATCH', body });
  }

  deleteSnapshot(snapshot: string): Promise<Answer<unknown>> {
    return this.ask(pathOf('snapshots', snapshot), v.unknown(), { method: 'DELETE' });
  }

  restoreSnapshot(snapshot: string): Promise<Answer<Restored>> {
    const ask = { method: 'POST', answerMs: restoreMs };
    return this.ask(`${pathOf('snapshots', snapshot)}/restore`, Restored, ask);
  }

  snapshotBoard(snapshot: string, body: v.InferInput<typeof SnapshotBoard>): Promise<Answer<BoardCreated>> {
    return this.ask(`${pathOf('snapshots', snapshot)}/board`, BoardCreated, { method: 'POST', body });
  }

  /** A Yjs update (V1). */
  async snapshotDocument(snapshot: string): Promise<Answer<Uint8Array>> {
    const answer = await this.#blob(`${pathOf('snapshots', snapshot)}/document`);
    return answer.ok ? { ok: true, value: new Uint8Array(await answer.value.arrayBuffer()) } : answer;
  }

  /** What was taken away and no facilitator has decided about. */
  losses(): Promise<Answer<Losses>> {
    return this.ask('/losses', Losses);
  }

  bringBack(snapshot: string): Promise<Answer<unknown>> {
    return this.ask(pathOf('losses', snapshot), v.unknown(), { method: 'POST' });
  }

  putLossAway(snapshot: string): Promise<Answer<unknown>> {
    return this.ask(pathOf('losses', snapshot), v.unknown(), { method: 'DELETE' });
  }

  damage(): Promise<Answer<BoardDamage>> {
    return this.ask('/damage', BoardDamage);
  }

  decideDamage(decision: DecideDamage): Promise<Answer<unknown>> {
    return this.ask('/damage', v.unknown(), { method: 'POST', body: decision });
  }

  upload(image: Blob): Promise<Answer<AssetStored>> {
    return this.ask('/assets', AssetStored, { method: 'POST', body: image });
  }

  asset(asset: string): Promise<Answer<Blob>> {
    return this.#blob(pathOf('assets', asset));
  }

  /** A file or the pack that the server makes to take home; its bytes come as they are made. `query`: the choices. */
  take(file: string, query: string): Promise<Answer<Response>> {
    const path = `${pathOf('export', file)}${query === '' ? '' : `?${query}`}`;
    return this.#api.bytesOnBoard(this.#board, this.#seat, path, { answerMs: exportMs });
  }

  async #blob(path: string): Promise<Answer<Blob>> {
    const answer = await this.#api.bytesOnBoard(this.#board, this.#seat, path);
    if (!answer.ok) return answer;
    try {
      return { ok: true, value: await answer.value.blob() };
    } catch (error) {
      if (error instanceof LineError) return { ok: false, code: 'unreachable' };
      throw error;
    }
  }
}

function pathOf(kind: string, id: string): string {
  return `/${kind}/${encodeURIComponent(id)}`;
}
