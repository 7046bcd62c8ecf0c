/** Keeping the board and turning it back, while people go on, lines break and servers die. */
import type { Act } from './Act.ts';
import { fuzzBoard } from './FuzzServer.ts';
import type { World } from './World.ts';

/** What happens in its own time; on a server that dies meanwhile it ends without an answer. */
function begin(world: World, work: (server: World['server']) => Promise<unknown>): void {
  // that there was no answer is nothing to tell: what must hold is looked at afterwards, whoever died
  work(world.server).catch(() => {});
}

export const snapshotActs: readonly Act[] = [
  {
    name: 'keep',
    weight: 3,
    run: (world) => {
      begin(world, ({ snapshots }) => snapshots.take(fuzzBoard, { reason: 'step' }));
      return 'the board';
    },
  },
  {
    name: 'restore',
    weight: 3,
    run: (world) => {
      const which = world.random.below(1000);
      begin(world, async ({ snapshots }) => {
        const rows = await snapshots.list(fuzzBoard);
        const row = rows[which % Math.max(1, rows.length)];
        if (row) await snapshots.restore(fuzzBoard, row.id, 'facilitator');
      });
      return `number ${which}`;
    },
  },
];
