// npm run e2e: the browser journeys against the built server. Arguments go to Playwright.
import { findChromium } from './browser.mjs';
import { buildWhenOlder } from './build.mjs';
import { installPackages } from './install.mjs';
import { run } from './run.mjs';

export async function journeys(args) {
  await buildWhenOlder();
  const chromium = await findChromium();
  await run('Browser journeys', 'playwright', ['test', '--config', 'e2e/playwright.config.ts', ...args], {
    CHROMIUM_PATH: chromium,
  });
}

if (process.argv[1]?.endsWith('e2e.mjs')) {
  await installPackages({ forChecks: true });
  await journeys(process.argv.slice(2));
}
