/** What people do on sheets: group, merge, part, tidy, turn into things of the map, several at once. */
import { sheetCommandFor, sheetCommandKinds } from '#shared/testing/sheetCommands.ts';
import type { Act } from './Act.ts';

export const sheetActs: readonly Act[] = [
  {
    name: 'sheet',
    weight: 80,
    run: (world) => {
      const person = world.random.pick(world.editors);
      const number = () => world.random.below(200);
      const choice = { what: world.random.below(sheetCommandKinds), a: number(), b: number(), c: number() };
      const command = sheetCommandFor(person.reader.map(), choice);
      return command && person.command(command) ? `${person.setup.clientId} ${command.type}` : undefined;
    },
  },
];
