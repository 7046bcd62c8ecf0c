/** How the bench starts its Chromium: CHROMIUM_PATH, the system's, or Playwright's own. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';

export function launchChromium(): LaunchOptions {
  const executablePath = process.env['CHROMIUM_PATH'] ?? chromiumOnPath();
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  return { ...(executablePath ? { executablePath } : {}), args };
}

function chromiumOnPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}
