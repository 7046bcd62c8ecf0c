/** Brings a run to rest: everybody connected, every queue empty, everything written, shown and saved. Then checks it. */
import { atRest } from './invariants.ts';
import type { World } from './World.ts';

/** Half a minute of the clock: longer than anything the relay waits for before it asks again. */
const maxActivities = 120;
const quietRounds = 4;

export async function rest(world: World): Promise<void> {
  world.server.store.isFull = false;
  world.server.setSlow(false);
  await world.server.finishRestores();
  await settle(world);
  await atRest(world);
}

async function settle(world: World): Promise<void> {
  for (let quiet = 0, round = 0; quiet < quietRounds; round++) {
    if (round > maxActivities) {
      world.faults.push('does not come to rest');
      return;
    }
    const changed = watch(world);
    for (const person of world.people) {
      if (!person.line.isConnected) world.connect(person);
      person.peer.binding.flush();
      person.send();
      person.read();
      person.send();
    }
    world.stranger?.read();
    world.pass(250);
    const moved = await world.server.turn();
    await world.server.turn();
    const hasQueues = world.people.some((person) => !person.line.isConnected || person.line.outbox.length > 0);
    quiet =
      changed() || moved || hasQueues || !world.people.every((person) => person.isSaved && person.line.isSynced)
        ? 0
        : quiet + 1;
  }
}

/** Answers whether any document changed since. */
function watch(world: World): () => boolean {
  let changes = 0;
  const count = () => changes++;
  const docs = world.people.map((person) => person.doc);
  for (const doc of docs) doc.on('update', count);
  return () => {
    for (const doc of docs) doc.off('update', count);
    return changes > 0;
  };
}
