// npm run faults: the hostile client and the killed server as in npm test, with as many rounds as a night allows, and ten times as
// many of what is tested with random cases; then the built server under siege (`--minutes 10`, `--sent 100`: see
// e2e/siege/siegeCommand.ts; with one of these, only the siege). Other arguments go to Vitest; each number can be set from outside.
import { buildWhenOlder } from './build.mjs';
import { installPackages } from './install.mjs';
import { run } from './run.mjs';

const rounds = { KILLS: '100', WRITERS: '50', FUZZ_MUTATIONS: '100000', RESETS: '10000', JOINS: '1000', RUNS: '10' };
const random = [
  'e2e/fuzz',
  'shared/board',
  'shared/boardFile',
  'shared/compare',
  'shared/views',
  'client/binding/convergence',
];
const given = process.argv.slice(2);
const isSiege = given.some((argument) => /^--(minutes|sent|only|people|seed)\b/.test(argument));

await installPackages({ forChecks: true });
if (!isSiege)
  await run('Faults', 'vitest', ['run', 'e2e/faults', ...random, ...given], {
    ...rounds,
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => name in rounds)),
  });
await buildWhenOlder();
await run('Siege', 'tsx', ['e2e/siege/siegeCommand.ts', ...(isSiege ? given : [])]);
