/** What people do on the canvas and on the map. */
import { commandFor, commandKinds } from '#shared/testing/mapCommands.ts';
import type { Act } from './Act.ts';
import { addBulk } from './addBulk.ts';
import { actOnCanvas } from './canvasActs.ts';
import { actOnViews } from './viewActs.ts';

export const peopleActs: readonly Act[] = [
  {
    name: 'canvas',
    weight: 45,
    run: (world) => {
      const person = world.random.pick(world.people);
      const { act, faults } = actOnCanvas(person, world.random, world.nextName());
      world.faults.push(...faults.map((fault) => `tab ${person.setup.clientId}: ${fault}`));
      return `${person.setup.clientId} ${act}`;
    },
  },
  {
    name: 'frame',
    weight: 25,
    run: (world) => {
      const person = world.random.pick(world.people);
      return `${person.setup.clientId} ${actOnViews(person, world.random, world.nextName())}`;
    },
  },
  {
    name: 'bulk',
    weight: 0.15,
    run: (world) => {
      const person = world.random.pick(world.editors);
      return world.mayGrow() ? `${person.setup.clientId} ${addBulk(person, world.nextName())}` : undefined;
    },
  },
  {
    name: 'map',
    weight: 12,
    run: (world) => {
      const person = world.random.pick(world.editors);
      const number = () => world.random.below(200);
      const choice = { what: world.random.below(commandKinds), a: number(), b: number(), c: number() };
      const command = commandFor(person.reader.map(), choice);
      return command && person.command(command) ? `${person.setup.clientId} ${command.type}` : undefined;
    },
  },
];
