/** What happens between people and server: queues move or do not, lines break, the server dies, stops, rests, comes back. */
import * as Y from 'yjs';
import { messageKinds } from '#shared/wire/messages.ts';
import type { Act } from './Act.ts';
import { rest } from './rest.ts';
import type { World } from './World.ts';

const someMessages = ({ random }: World) => (random.chance(0.5) ? Infinity : 1 + random.below(3));

export const lineActs: readonly Act[] = [
  {
    name: 'send',
    weight: 12,
    run: (world) => {
      const person = world.random.pick(world.people);
      person.peer.pace.pass(world.random.below(100));
      return person.send(someMessages(world)) ? `${person.setup.clientId}` : undefined;
    },
  },
  {
    name: 'read',
    weight: 12,
    run: (world) => {
      const person = world.random.pick(world.people);
      const moved = person.read(someMessages(world));
      if (world.random.chance(0.5)) person.peer.pace.pass(world.random.below(100));
      return moved ? `${person.setup.clientId}` : undefined;
    },
  },
  {
    name: 'turn',
    weight: 14,
    run: async (world) => {
      if (world.random.chance(0.3)) world.pass(world.random.below(200));
      return (await world.server.turn()) ? 'relay' : undefined;
    },
  },
  {
    name: 'break',
    weight: 2,
    run: (world) => {
      const person = world.random.pick(world.people);
      if (!person.line.isConnected) return undefined;
      person.line.disconnect();
      return `${person.setup.clientId}`;
    },
  },
  {
    name: 'connect',
    weight: 5,
    run: (world) => {
      const away = world.people.filter((person) => !person.line.isConnected);
      if (away.length === 0) return undefined;
      const person = world.random.pick(away);
      world.connect(person);
      return `${person.setup.clientId}`;
    },
  },
  {
    name: 'reload',
    weight: 0.7,
    run: (world) => {
      const person = world.random.pick(world.people);
      world.reload(person);
      return `${person.setup.clientId}`;
    },
  },
  {
    name: 'present',
    weight: 2,
    run: (world) => {
      const person = world.random.pick(world.people);
      if (person.line.isConnected) person.line.show({ cursor: [world.random.below(900), 0] });
      return `${person.setup.clientId}`;
    },
  },
  {
    name: 'kill',
    weight: 0.7,
    run: async (world) => {
      // sometimes something is applied and not committed when the server dies
      if (world.random.chance(0.5)) world.server.setSlow(true);
      await world.server.turn();
      world.kill();
      return 'server';
    },
  },
  {
    name: 'restart',
    weight: 0.4,
    run: async (world) => {
      await world.restart();
      return 'server';
    },
  },
  {
    name: 'unload',
    weight: 0.3,
    run: async (world) => {
      for (const person of world.people) person.line.disconnect();
      world.stranger?.leave();
      await world.server.turn();
      world.pass(40_000);
      // sometimes somebody is back before the room is gone
      if (world.random.chance(0.5)) world.connect(world.random.pick(world.people));
      for (let turns = world.random.below(4); turns > 0; turns--) await world.server.turn();
      return 'room';
    },
  },
  {
    name: 'full',
    weight: 0.4,
    run: async (world) => {
      world.server.store.isFull = !world.server.store.isFull;
      await world.server.turn();
      return world.server.store.isFull ? 'disk is full' : 'disk has room';
    },
  },
  {
    name: 'slow',
    weight: 1,
    run: (world) => {
      world.server.setSlow(!world.server.isSlow);
      return world.server.isSlow ? 'disk is slow' : 'disk is quick';
    },
  },
  {
    name: 'fail',
    weight: 0.4,
    run: (world) => {
      const call = world.random.pick(['append', 'loadDocument', 'compact'] as const);
      if (world.random.chance(0.5)) world.server.store.fail(call);
      else world.server.store.loseAnswer(call);
      return call;
    },
  },
  {
    name: 'rest',
    weight: 0.7,
    run: async (world) => {
      await rest(world);
      return 'all';
    },
  },
  {
    name: 'stranger',
    weight: 4,
    run: async (world) => {
      const { stranger } = world;
      if (!stranger) return undefined;
      // before somebody has written, nobody can know the number that stands for them
      const { store } = await world.server.stored();
      const known = world.people.map((person) => person.doc.clientID).filter((id) => Y.getState(store, id) > 0);
      const honest = world.random.pick(world.people).line.messagesRead.findLast(([kind]) => kind === messageKinds.sync);
      stranger.read();
      stranger.act((socket) => world.open(socket, 99, 'participant'), { honest, known });
      return 'acts';
    },
  },
];
