import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { LineServer } from '#client/testing/LineServer.ts';
import { openLine, type LineOptions, type OpenLine } from '#client/testing/openLine.ts';
import { SmallShelf } from '#client/testing/SmallShelf.ts';

let server: LineServer;
let disk: IDBFactory;
const lines: OpenLine[] = [];
const channel = (name: string) => new BroadcastChannel(name);

beforeEach(() => {
  server = new LineServer();
  disk = new IDBFactory();
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.connection.stop();
  await server.stop();
});

/** A tab of the same person in the same browser. */
async function openTab(options: Partial<LineOptions> = {}): Promise<OpenLine> {
  const tab = openLine({ url: server.url, disk, channel, ...options });
  lines.push(tab);
  await tab.connection.start();
  await until(() => isSaved(tab));
  return tab;
}

/** Time passes for all tabs. */
async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      for (const { clock } of lines) clock.advance(20);
      if (!isSo()) throw new Error(`not yet: ${lines.map((tab) => JSON.stringify(tab.connection.view().line)).join()}`);
    },
    { timeout: 5_000, interval: 2 },
  );
}

const canvasOf = (tab: OpenLine): Y.Map<unknown> => tab.connection.view().doc.getMap('canvas');
const isSaved = (tab: OpenLine): boolean => {
  const { line } = tab.connection.view();
  return line.kind === 'live' && !line.saving;
};
const onServer = (key: string): unknown => server.doc.getMap('canvas').get(key);
/** Its line is broken and stays so. */
async function cut(tab: OpenLine): Promise<void> {
  tab.setOnline(false);
  await until(() => tab.connection.view().line.kind === 'offline');
}

describe('other tabs of a person', () => {
  it('[LINE-8] [LINE-3] what another tab could not send is sent by this one before it says saved', async () => {
    const [here, there] = [await openTab(), await openTab({ takeTicket: onceThenNever() })];
    await cut(there);
    canvasOf(there).set('theirs', 'typed in the tunnel');
    await until(() => !isSaved(here));
    expect(onServer('theirs')).toBeUndefined();
    await until(() => isSaved(here));
    expect(onServer('theirs')).toBe('typed in the tunnel');
    expect(canvasOf(here).get('theirs')).toBe('typed in the tunnel');
    // and what comes after that, too
    there.clock.advance(1_000);
    canvasOf(there).set('later', 1);
    await until(() => !isSaved(here));
    await until(() => isSaved(here));
    expect(onServer('later')).toBe(1);
  });

  it('[LINE-8] [LINE-3] what a tab that was closed could not send is sent by one that is open', async () => {
    const small = new SmallShelf();
    const [here, there] = [await openTab({ small }), await openTab({ small, takeTicket: onceThenNever() })];
    await cut(there);
    canvasOf(there).set('last', 'words');
    there.connection.stop();
    lines.splice(lines.indexOf(there), 1);
    await until(() => !isSaved(here));
    await until(() => isSaved(here));
    expect(onServer('last')).toBe('words');
  });

  it('[LINE-8] without a line all tabs count what none of them has sent, and one line is enough for all', async () => {
    const [here, there] = [await openTab(), await openTab({ takeTicket: onceThenNever() })];
    for (const tab of [here, there]) await cut(tab);
    canvasOf(there).set('theirs', 1);
    canvasOf(here).set('mine', 1);
    await until(() => {
      const { line } = here.connection.view();
      return line.kind === 'offline' && line.kept === 2;
    });
    here.setOnline(true);
    await until(() => isSaved(here));
    expect([onServer('mine'), onServer('theirs')]).toEqual([1, 1]);
  });

  it('[LINE-8] a tab that looks after its own is waited for, without a new connection', async () => {
    const [here, there] = [await openTab(), await openTab()];
    const connections = server.tickets.length;
    server.acknowledges = false;
    canvasOf(there).set('slow', 1);
    await until(() => !isSaved(here));
    for (let second = 0; second < 10; second++) {
      for (const { clock } of lines) clock.advance(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(isSaved(here)).toBe(false);
    expect(server.tickets).toHaveLength(connections);
    server.acknowledges = true;
    canvasOf(there).set('quick', 1);
    await until(() => isSaved(here) && isSaved(there));
    expect(server.tickets).toHaveLength(connections);
  });

  it('[LINE-8] where tabs do not hear of each other they look, now and then', async () => {
    const deaf = { channel: () => null };
    const [here, there] = [await openTab(deaf), await openTab({ ...deaf, takeTicket: onceThenNever() })];
    await cut(there);
    canvasOf(there).set('theirs', 1);
    await until(() => onServer('theirs') === 1);
    await until(() => isSaved(here));
  });
});

/** Comes in once, and never again. */
function onceThenNever(): NonNullable<LineOptions['takeTicket']> {
  let isTaken = false;
  return () => {
    if (isTaken) return Promise.resolve({ ok: false, code: 'unreachable' });
    isTaken = true;
    return Promise.resolve({ ok: true, value: { ticket: 't' } });
  };
}
