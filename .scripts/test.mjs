// npm test: everything, in the order in which a failure is cheapest to find.
import { buildWhenOlder } from './build.mjs';
import { check } from './check.mjs';
import { findChromium } from './browser.mjs';
import { installPackages } from './install.mjs';
import { journeys } from './e2e.mjs';

await installPackages({ forChecks: true });
await findChromium();
await buildWhenOlder();
await check(['shared', 'server', 'client', 'whole', 'e2e']);
await journeys([]);
