// npm run screens: the pictures of the README, of what the built product shows.
import { findChromium } from './browser.mjs';
import { buildWhenOlder } from './build.mjs';
import { installPackages } from './install.mjs';
import { start } from './run.mjs';

await installPackages({ forChecks: true });
await buildWhenOlder();
const environment = { CHROMIUM_PATH: await findChromium() };
process.exit(await start('tsx', ['e2e/screens/takeScreens.ts'], environment).ended);
