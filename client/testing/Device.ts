/** A browser of one person in memory: its disk, its locks, and pages that close, or crash before their disk has everything. */
import { IDBFactory } from 'fake-indexeddb';
import * as Y from 'yjs';
import type { PeerHandlers, PeerSocket } from '#shared/testing/MemoryPeer.ts';
import { databaseAnswer } from '#client/connection/copy/copyDisk.ts';
import { openIndexedDbCopy } from '#client/connection/copy/IndexedDbCopy.ts';
import type { OfflineCopy } from '#client/connection/copy/OfflineCopy.ts';
import type { TakeLock } from '#client/connection/sync/WritingId.ts';
import { MemoryWire } from './MemoryWire.ts';
import { openLine, type OpenLine } from './openLine.ts';
import { SmallShelf } from './SmallShelf.ts';

const copyName = 'roundtable:test';

export interface DeviceSetup {
  readonly hasLocks: boolean;
  readonly random: () => number;
  /** Connects to the relay as the person of this device. */
  readonly open: (socket: PeerSocket) => PeerHandlers;
}

export class Device {
  readonly disk = new IDBFactory();
  readonly pages: Page[] = [];
  /** Of all pages: what one had sent may be on its way when it is gone. */
  readonly wires: MemoryWire[] = [];
  readonly setup: DeviceSetup;
  readonly small = new SmallShelf();
  readonly #locks = new Map<number, string>();
  #tabs = 0;

  constructor(setup: DeviceSetup) {
    this.setup = setup;
  }

  async openPage(isOnline = true): Promise<Page> {
    const tab = `tab${(this.#tabs += 1)}`;
    const page = new Page(this, tab, isOnline, (id) => {
      if (this.#locks.has(id)) return Promise.resolve(null);
      this.#locks.set(id, tab);
      return Promise.resolve(() => void this.#locks.delete(id));
    });
    this.pages.push(page);
    this.wires.push(page.wire);
    await page.line.connection.start();
    return page;
  }

  gone(page: Page): void {
    this.pages.splice(this.pages.indexOf(page), 1);
    for (const [id, holder] of this.#locks) if (holder === page.tab) this.#locks.delete(id);
  }

  /** Everything in the copy. */
  async copied(): Promise<Y.Doc> {
    if (this.#tabs === 0) return new Y.Doc();
    const database = await databaseAnswer(this.disk.open(copyName, 1));
    const rows = await databaseAnswer<unknown[]>(database.transaction('updates').objectStore('updates').getAll());
    database.close();
    const doc = new Y.Doc();
    for (const row of rows) if (row instanceof Uint8Array) Y.applyUpdate(doc, row);
    return doc;
  }
}

export class Page {
  readonly line: OpenLine;
  readonly wire: MemoryWire;
  readonly tab: string;
  readonly #device: Device;
  isOnline: boolean;
  /** The disk takes nothing for a while. */
  isDiskSlow = false;
  #waiting: (() => void)[] = [];

  constructor(device: Device, tab: string, isOnline: boolean, takeLock: TakeLock) {
    this.#device = device;
    this.tab = tab;
    this.isOnline = isOnline;
    this.wire = new MemoryWire(device.setup.open);
    const { disk, small } = device;
    this.line = openLine({
      url: 'ws://memory',
      random: device.setup.random,
      WebSocket: this.wire.WebSocket,
      ...(device.setup.hasLocks && { takeLock }),
      takeTicket: () =>
        Promise.resolve(this.isOnline ? { ok: true, value: { ticket: 'ticket' } } : { ok: false, code: 'unreachable' }),
      openCopy: async () => this.#slowed(await openIndexedDbCopy({ database: disk, small }, copyName, tab)),
    });
  }

  get doc(): Y.Doc {
    return this.line.connection.view().doc;
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    if (!isOnline) this.wire.cut();
    this.line.setOnline(isOnline);
  }

  /** What waited for the disk goes there now. */
  catchUp(): void {
    this.isDiskSlow = false;
    for (const run of this.#waiting.splice(0)) run();
  }

  close(): void {
    this.catchUp();
    this.line.connection.stop();
    this.#device.gone(this);
  }

  /** What waits for the disk is lost, and of what is on the line so many messages arrive. */
  crash(arriving: number): void {
    this.isDiskSlow = true;
    this.wire.crash(arriving);
    this.#device.gone(this);
  }

  #slowed(copy: OfflineCopy): OfflineCopy {
    const slow =
      <Args extends unknown[]>(run: (...args: Args) => void) =>
      (...args: Args): void => {
        if (this.isDiskSlow) this.#waiting.push(() => run.apply(copy, args));
        else run.apply(copy, args);
      };
    return new Proxy(copy, {
      get: (target, key) => {
        if (
          key === 'add' ||
          key === 'noteUnsaved' ||
          key === 'noteUnsent' ||
          key === 'keepWritingId' ||
          key === 'markComplete'
        )
          return slow(target[key] as (...args: unknown[]) => void);
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
}
