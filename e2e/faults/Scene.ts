/**
 * What every hostile case needs: one board with two honest people at work, a raw socket for the guest who is not, and the
 * question whether everybody else is still well afterwards.
 */
import { expect, vi } from 'vitest';
import * as v from 'valibot';
import * as Y from 'yjs';
import { HonestClient } from '../../server/testing/hostile/HonestClient.ts';
import { RawSocket, type RawSocketOptions } from '../../server/testing/hostile/RawSocket.ts';
import { hostileMessages } from '../../server/testing/hostile/hostileMessages.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { roots } from '#shared/board/roots.ts';
import { writeRecord } from '#shared/board/record.ts';
import { messageKinds, protocolVersion, ServerMessage, syncKinds } from '#shared/wire/messages.ts';
import { BoardApi, type Guest } from '../BoardApi.ts';
import { noteRecord } from '../noteRecord.ts';
import { LoggedServer } from './LoggedServer.ts';

/** Texts that stand in names and content, and so must never stand in the log. */
const annsName = 'Ann Quillfeather';
const bensName = 'Ben Quillfeather';
const mallorysName = 'Mallory Quillfeather';
const content = 'tangerine manifesto';

export class Scene {
  readonly server: LoggedServer;
  readonly api: BoardApi;
  readonly board: BoardCreated;
  readonly ann: HonestClient;
  readonly ben: HonestClient;
  /** a participant like others, on paper */
  readonly mallory: Guest;
  private readonly secrets: string[];
  private readonly raws: RawSocket[] = [];
  private notes = 0;
  private readonly guests: { readonly ann: Guest; readonly ben: Guest };

  private constructor(
    server: LoggedServer,
    api: BoardApi,
    board: BoardCreated,
    ann: Guest,
    ben: Guest,
    mallory: Guest,
  ) {
    this.server = server;
    this.api = api;
    this.board = board;
    this.mallory = mallory;
    this.guests = { ann, ben };
    this.ann = this.honest(ann);
    this.ben = this.honest(ben);
    const keys = Object.values(board.links).map((link) => link.split('#k=')[1] ?? link);
    this.secrets = [annsName, bensName, mallorysName, content, ann.seat, ben.seat, mallory.seat, ...keys];
  }

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<Scene> {
    const server = await LoggedServer.start(environment);
    const api = new BoardApi(server.origin);
    const board = await api.createBoard('Board');
    const ann = await api.join(board, 'facilitator', annsName);
    const ben = await api.join(board, 'participant', bensName);
    const mallory = await api.join(board, 'participant', mallorysName);
    const scene = new Scene(server, api, board, ann, ben, mallory);
    await Promise.all([scene.ann.connect(), scene.ben.connect()]);
    await vi.waitFor(() => expect(scene.ann.isSynced && scene.ben.isSynced).toBe(true), { timeout: 10_000 });
    await scene.expectWell();
    return scene;
  }

  get annGuest(): Guest {
    return this.guests.ann;
  }

  honest(guest: Guest): HonestClient {
    return new HonestClient(async () => ({
      url: `ws://127.0.0.1:${this.server.port}/sync/${guest.board}`,
      protocols: ['roundtable', await this.api.ticket(guest)],
    }));
  }

  /** A socket with a valid ticket, after the usual greeting unless told otherwise. */
  async raw(
    options: { readonly guest?: Guest; readonly greets?: boolean } & Partial<RawSocketOptions> = {},
  ): Promise<RawSocket> {
    const guest = options.guest ?? this.mallory;
    const ticket = await this.api.ticket(guest);
    this.secrets.push(ticket);
    const raw = await RawSocket.open({
      port: this.server.port,
      path: `/sync/${guest.board}`,
      protocols: ['roundtable', ticket],
      ...options,
    });
    this.raws.push(raw);
    if (options.greets !== false) {
      raw.send(hostileMessages.message({ type: 'hello', protocol: protocolVersion }));
      raw.send(hostileMessages.step1(Uint8Array.of(0)));
      // the server asks what this side has: nothing; from here on a forged message is not the answer to anything
      const asked = () => raw.frames.some((frame) => frame[0] === messageKinds.sync && frame[1] === syncKinds.step1);
      await vi.waitFor(() => expect(asked()).toBe(true), { timeout: 5_000, interval: 5 });
      raw.send(hostileMessages.step2(Uint8Array.of(0, 0)));
    }
    return raw;
  }

  /** One honest note; its key. */
  note(client: HonestClient): string {
    const key = `shape:note${++this.notes}`;
    const record = noteRecord(key, content);
    const scratch = new Y.Doc().getMap<unknown>(roots.canvas);
    writeRecord(scratch, record);
    const entry = scratch.get(key);
    client.put(key, (entry as Y.Map<unknown>).clone(), record);
    return key;
  }

  /**
   * The honest are connected, an edit of each is saved and reaches the other, a newcomer sees the same as they do, and the
   * log has no word of what they wrote, are called or came in with.
   */
  async expectWell(): Promise<void> {
    const { ann, ben } = this;
    expect(this.server.isRunning).toBe(true);
    const keys = [this.note(ann), this.note(ben)];
    await vi.waitFor(
      () => {
        expect(ann.closeCode, 'Ann stays connected').toBe(null);
        expect(ben.closeCode, 'Ben stays connected').toBe(null);
        expect(ann.unsavedCount + ben.unsavedCount, 'everything is saved').toBe(0);
        for (const key of keys) expect(ann.canvas.has(key) && ben.canvas.has(key), key).toBe(true);
        expect(stateOf(ann.doc)).toEqual(stateOf(ben.doc));
      },
      { timeout: 10_000, interval: 20 },
    );
    const newcomer = this.honest(this.guests.ben);
    await newcomer.connect();
    await vi.waitFor(() => expect(newcomer.isSynced).toBe(true), { timeout: 10_000, interval: 20 });
    await vi.waitFor(() => expect(stateOf(newcomer.doc)).toEqual(stateOf(ann.doc)), { timeout: 5_000, interval: 20 });
    await newcomer.leave();
    for (const secret of this.secrets) expect(this.server.output).not.toContain(secret);
  }

  /** Cuts every raw socket: one person may have only a few. Resolves when the server has let go of them. */
  async release(): Promise<void> {
    for (const raw of this.raws.splice(0)) raw.reset();
    await vi.waitFor(async () => expect(await this.server.counter('connections ')).toBe(this.honestConnections), {
      timeout: 10_000,
      interval: 10,
    });
  }

  private get honestConnections(): number {
    return [this.ann, this.ben].filter((client) => client.isOpen).length;
  }

  async close(): Promise<void> {
    await Promise.all([this.ann.leave(), this.ben.leave()]);
    await this.server.remove();
  }
}

/** All that a document says, comparable. */
export function stateOf(doc: Y.Doc): unknown {
  return Object.values(roots).map((root) => doc.getMap(root).toJSON());
}

/** What the server has told a raw socket in messages of our own kind. */
export function messagesOf(raw: RawSocket): ServerMessage[] {
  return raw.frames
    .filter((frame) => frame[0] === messageKinds.roundtable)
    .map((frame) => v.parse(ServerMessage, JSON.parse(frame.subarray(frame.indexOf('{')).toString('utf8'))));
}
