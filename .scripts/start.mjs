// npm start: install what is missing, build what is older than its sources, serve.
import { buildWhenOlder } from './build.mjs';
import { installPackages } from './install.mjs';
import { start } from './run.mjs';

// npm ends the shell that it started, not what runs in it: when that is gone, the server goes, too.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start')
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 500).unref();

await installPackages();
await buildWhenOlder();
process.exit(await start('node', ['dist/server/main.js'], { NODE_ENV: 'production' }).ended);
