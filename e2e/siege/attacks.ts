/** Everything that is done to a server under siege. One go of each is bounded; a siege repeats them. */
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';
import { writeRecord } from '#shared/board/record.ts';
import { forgedUpdates, updateOf } from '../../server/testing/hostile/forgedUpdates.ts';
import { hostileMessages } from '../../server/testing/hostile/hostileMessages.ts';
import { poisonRecords } from '../../server/testing/hostile/poisonRecords.ts';
import { bareParts, updateKinds } from '../../server/testing/hostile/randomUpdate.ts';
import { requestKinds } from '../../server/testing/hostile/strangerRequests.ts';
import { pngBytes } from '../../server/testing/imageBytes.ts';
import { noteRecord } from '../noteRecord.ts';
import type { Guest } from '../BoardApi.ts';
import type { Attacker } from './Attacker.ts';

export interface Attack {
  readonly name: string;
  /** who can do it */
  readonly by: 'stranger' | 'observer' | 'participant';
  /** One go. */
  readonly act: (attacker: Attacker) => Promise<void>;
}

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const together = async (count: number, act: (at: number) => Promise<unknown>): Promise<void> => {
  await Promise.all(times(count, act));
};

/** Everybody with a seat of their own, so that no budget of one person speaks for another go. */
async function inside(attacker: Attacker, role: 'participant' | 'observer', act: (guest: Guest) => Promise<void>) {
  const guest = await attacker.join(role);
  if (guest !== null) await act(guest);
}

async function pourAs(
  attacker: Attacker,
  messages: () => Iterable<Uint8Array>,
  role: 'participant' | 'observer' = 'participant',
) {
  await inside(attacker, role, async (guest) => {
    const socket = await attacker.enter(guest);
    if (socket !== null) await attacker.pour(socket, messages());
  });
}

const largeNote = (key: string, bytes: number): Uint8Array =>
  updateOf((doc) => writeRecord(doc.getMap(roots.canvas), noteRecord(key, 'x'.repeat(bytes))));

const strangers: readonly Attack[] = [
  ...requestKinds.map(({ name, make }): Attack => ({
    name,
    by: 'stranger',
    act: (attacker) =>
      together(4, () => attacker.send(make(attacker.random, 2 ** (10 + attacker.random.below(13)), attacker.board.id))),
  })),
  {
    name: 'sockets without a ticket',
    by: 'stranger',
    act: (attacker) =>
      together(40, async (at) => {
        const ticket = at % 2 === 0 ? [] : ['x'.repeat(attacker.random.below(6_000))];
        const socket = await attacker
          .connect(`/sync/${attacker.board.id}`, ['roundtable', ...ticket])
          .catch(() => null);
        if (socket !== null) await attacker.pour(socket, [new Uint8Array(64 * 1024), new Uint8Array(64 * 1024)]);
      }),
  },
  {
    name: 'guessed codes',
    by: 'stranger',
    act: (attacker) =>
      together(30, () =>
        attacker.call('POST', '/api/codes', { code: `${attacker.random.below(1e8)}`.padStart(8, 'A') }),
      ),
  },
  {
    name: 'new boards without end',
    by: 'stranger',
    act: (attacker) =>
      together(6, () => attacker.call('POST', '/api/boards', { title: 'Mine', template: 'employment' })),
  },
  {
    name: 'pictures on boards of their own',
    by: 'stranger',
    act: async (attacker) => {
      const board = await attacker.api.createBoard('Mine').catch(() => null);
      const guest = board === null ? null : await attacker.api.join(board, 'facilitator', 'Mallory').catch(() => null);
      if (guest === null) return;
      await together(4, () => attacker.send(pictureFor(guest, attacker, 4 * 1024 * 1024)));
    },
  },
];

function pictureFor(guest: Guest, attacker: Attacker, bytes: number) {
  const pixels = Buffer.alloc(bytes, attacker.random.below(256));
  return {
    method: 'POST',
    path: `/api/boards/${guest.board}/assets`,
    headers: { 'content-type': 'image/png', authorization: `Bearer ${guest.seat}` },
    body: [pngBytes({ width: 100, height: 100, pixels })],
  };
}

const insiders: readonly Attack[] = [
  {
    name: 'messages of no kind',
    by: 'participant',
    act: async (attacker) => {
      const { empty, unknownKind, unknownSyncKind, cutVarint, cutBody, twoMessages, lyingStateVector } =
        hostileMessages;
      for (const message of [empty, unknownKind, unknownSyncKind, cutVarint, cutBody, twoMessages, lyingStateVector])
        await pourAs(attacker, () => [message()]);
    },
  },
  ...updateKinds.map(({ name, make }): Attack => ({
    name: `updates: ${name}`,
    by: 'participant',
    act: (attacker) => {
      const doc = new Y.Doc();
      const message = () => hostileMessages.update(make(attacker.random, doc, 1 + attacker.random.below(2 ** 30)));
      return together(3, () => pourAs(attacker, () => times(20, message)));
    },
  })),
  {
    name: 'floods of messages',
    by: 'participant',
    act: (attacker) => {
      const flood = attacker.random.pick([
        hostileMessages.update(Uint8Array.of(0, 0)),
        hostileMessages.step1(Uint8Array.of(0)),
        hostileMessages.hugeStateVector(5_000),
        hostileMessages.presenceOf([
          { clientId: 1, clock: attacker.random.below(2 ** 31), state: { cursor: { x: 1, y: 1 } } },
        ]),
        hostileMessages.presenceOf(times(2_000, (at) => ({ clientId: at + 1, clock: 1, state: {} }))),
      ]);
      return pourAs(attacker, () => times(2_000, () => flood));
    },
  },
  {
    name: 'new writing ids without end',
    by: 'participant',
    act: (attacker) => pourAs(attacker, () => times(60, () => hostileMessages.update(bareParts(attacker.random, 200)))),
  },
  {
    name: 'five tabs that fill the board',
    by: 'participant',
    act: (attacker) =>
      inside(attacker, 'participant', (guest) =>
        together(5, async (tab) => {
          const socket = await attacker.enter(guest);
          // over and over the same few notes: a board that is full would only hide what else goes wrong
          const messages = times(30, (at) => hostileMessages.update(largeNote(`shape:tab${tab}-${at % 2}`, 30_000)));
          if (socket !== null) await attacker.pour(socket, messages);
        }),
      ),
  },
  {
    name: 'poisoned records',
    by: 'participant',
    act: (attacker) =>
      pourAs(attacker, () =>
        poisonRecords.map((poison, at) => {
          const key = `shape:poison${at}`;
          return hostileMessages.update(
            updateOf((doc) => poison.write(doc.getMap(roots.canvas), key, noteRecord(key, 'x'))),
          );
        }),
      ),
  },
  {
    name: 'readers who never read',
    by: 'participant',
    act: (attacker) =>
      inside(attacker, 'participant', async (guest) => {
        await together(4, async () => (await attacker.enter(guest))?.pause());
        await wait(1_000);
      }),
  },
  {
    name: 'observers in a loop',
    by: 'observer',
    act: (attacker) =>
      together(15, () =>
        pourAs(attacker, () => times(3, (at) => hostileMessages.update(largeNote(`shape:seen${at}`, 10))), 'observer'),
      ),
  },
  {
    name: 'commands without end',
    by: 'participant',
    act: (attacker) =>
      inside(attacker, 'participant', (guest) =>
        together(60, async (at) => {
          const command = attacker.random.pick([
            { do: 'raiseHand' },
            { do: 'lowerHand' },
            { do: 'setAgenda', agenda: [] },
          ]);
          const id = `mallory-${attacker.random.below(1e9)}-${at}`;
          await attacker.call('POST', `/api/boards/${guest.board}/session`, { id, command }, guest.seat);
        }),
      ),
  },
  {
    name: 'pictures on a board of others',
    by: 'participant',
    act: (attacker) =>
      inside(attacker, 'participant', (guest) =>
        together(4, () => attacker.send(pictureFor(guest, attacker, 1024 * 1024))),
      ),
  },
  {
    name: 'lines that break at any moment',
    by: 'participant',
    act: (attacker) =>
      inside(attacker, 'participant', async (guest) => {
        for (let round = 0; round < 5; round++) {
          const socket = await attacker.enter(guest);
          socket?.send(hostileMessages.update(forgedUpdates.manyParts()).subarray(0, 1 + attacker.random.below(8)));
          socket?.reset();
        }
      }),
  },
];

export const attacks: readonly Attack[] = [...strangers, ...insiders];
