/**
 * People of a journey, each in a browser profile of their own. A test asks for `server`, `facilitator` and `join`;
 * what it opened is closed for it.
 */
import { test as base, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import type { BoardCreated } from '#shared/wire/http.ts';
import { BoardApi } from './BoardApi.ts';
import { BoardScreen } from './pages/BoardScreen.ts';
import { DoorScreen } from './pages/DoorScreen.ts';
import { ServerProcess } from './ServerProcess.ts';

export type LinkRole = keyof BoardCreated['links'];

export interface JoinOptions {
  readonly organization?: string;
  /** another board than the journey's own */
  readonly board?: BoardCreated;
  readonly profile?: BrowserContextOptions;
}

interface JourneyFixtures {
  readonly server: ServerProcess;
  readonly api: BoardApi;
  readonly board: BoardCreated;
  /** A new browser profile; `join` is what most journeys want. */
  readonly openProfile: (options?: BrowserContextOptions) => Promise<Page>;
  /** Somebody opens the link of a role in a fresh profile, types a name and stands on the board. */
  readonly join: (role: LinkRole, name: string, options?: JoinOptions) => Promise<BoardScreen>;
}

function linkOf(server: ServerProcess, board: BoardCreated, role: LinkRole): string {
  return server.origin + board.links[role];
}

async function newPage(browser: Browser, options: BrowserContextOptions | undefined): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}

export const test = base.extend<JourneyFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function needs from this pattern
  server: async ({}, use) => {
    const server = await ServerProcess.start();
    await use(server);
    await server.stop();
  },
  api: async ({ server }, use) => use(new BoardApi(server.origin)),
  board: async ({ api }, use) => use(await api.createBoard('Riverbend Works')),
  openProfile: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async (options) => {
      const page = await newPage(browser, options);
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
  join: async ({ server, board, openProfile }, use) =>
    use(async (role, name, options = {}) => {
      const page = await openProfile(options.profile);
      const door = new DoorScreen(page);
      await door.open(linkOf(server, options.board ?? board, role));
      await door.join(name, options.organization);
      const screen = new BoardScreen(page);
      await screen.isLive();
      return screen;
    }),
});

export { expect } from '@playwright/test';
export { linkOf };
