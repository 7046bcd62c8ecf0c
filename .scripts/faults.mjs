// npm run faults: the hostile client and the killed server as in npm test, with as many rounds as a night allows. Arguments
// go to Vitest; each number can be set from outside.
import { installPackages } from './install.mjs';
import { run } from './run.mjs';

const rounds = { KILLS: '100', WRITERS: '50', FUZZ_MUTATIONS: '100000', RESETS: '10000', JOINS: '1000' };

await installPackages({ forChecks: true });
await run('Faults', 'vitest', ['run', '--project', 'e2e', 'e2e/faults', ...process.argv.slice(2)], {
  ...rounds,
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => name in rounds)),
});
