import { defineConfig } from '@playwright/test';

/** Background networking off: a journey talks to the server under test and to nobody else. */
const browserArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

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
  use: {
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'], args: browserArguments },
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
  },
});
