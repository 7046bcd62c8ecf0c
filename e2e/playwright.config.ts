import { defineConfig } from '@playwright/test';

/**
 * Chromium takes the last list of features only, so this one says again what Playwright turns off and adds the windows of the
 * address bar: nobody sees them, and each browser profile would start a process for them.
 */
const featuresOff = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
];

/** Background networking off: a journey talks to the server under test and to nobody else. */
const browserArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  `--disable-features=${featuresOff.join(',')}`,
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const runSheet = '**/runSheet.spec.ts';

export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  // The longest journey goes first, so that the others fill the time beside it.
  projects: [
    { name: 'run sheet', testMatch: runSheet, use: { contextOptions: { reducedMotion: 'no-preference' } } },
    { name: 'journeys', testIgnore: runSheet },
  ],
  use: {
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'], args: browserArguments },
    viewport: { width: 1440, height: 900 },
    // Without a graphics card each frame of an animation paints the whole page: a third of all processor time. The run sheet
    // alone sees what moves.
    contextOptions: { reducedMotion: 'reduce' },
    // A failure shows every person's screen and what their pages said. A trace of each act costs half as much again as the
    // journeys do: ask for it with `npm run e2e -- --trace retain-on-failure <name>`.
    screenshot: 'only-on-failure',
  },
});
