// npm start: install what is missing, build what is older than its sources, serve.
import { buildWhenOlder } from './build.mjs';
import { installPackages } from './install.mjs';
import { start } from './run.mjs';

await installPackages();
await buildWhenOlder();
process.exit(await start('node', ['dist/server/main.js'], { NODE_ENV: 'production' }).ended);
