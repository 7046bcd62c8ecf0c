/**
 * People of a journey, each in a browser profile of their own. A test asks for `server`, `board` and `join`; what it opened is
 * closed for it. `test` has a board of its own on a server that other journeys use too; `ownServerTest` has the server for
 * itself, to kill it or to set its clock.
 */
import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import type { BoardCreated } from '#shared/wire/http.ts';
import { BoardApi } from './BoardApi.ts';
import { BoardScreen } from './pages/BoardScreen.ts';
import { DoorScreen } from './pages/DoorScreen.ts';
import { PageWords } from './pages/PageWords.ts';
import { ServerProcess } from './ServerProcess.ts';

export type LinkRole = keyof BoardCreated['links'];

export interface JoinOptions {
  readonly organization?: string;
  /** another board than the journey's own */
  readonly board?: BoardCreated;
  readonly profile?: BrowserContextOptions;
}

/** A server that others use too: it is there, and nothing can be done to it. */
type SharedServer = Pick<ServerProcess, 'origin'>;

interface WorkerFixtures {
  readonly sharedServer: SharedServer;
}

interface JourneyFixtures {
  readonly server: SharedServer;
  readonly api: BoardApi;
  readonly board: BoardCreated;
  /** A new browser profile; `join` is what most journeys want. */
  readonly openProfile: (options?: BrowserContextOptions) => Promise<Page>;
  /** Somebody opens the link of a role in a fresh profile, types a name and stands on the board. */
  readonly join: (role: LinkRole, name: string, options?: JoinOptions) => Promise<BoardScreen>;
}

/** A browser profile as on a phone. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** One address is everybody here, and one server has the boards of many journeys. */
const manyFromOneAddress = { BOARDS_PER_ADDRESS_PER_HOUR: '10000', DOOR_TRIES_PER_MINUTE: '10000' };

function linkOf(server: SharedServer, board: BoardCreated, role: LinkRole): string {
  return server.origin + board.links[role];
}

export const test = base.extend<JourneyFixtures, WorkerFixtures>({
  sharedServer: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function needs from this pattern
    async ({}, use) => {
      const server = await ServerProcess.start(manyFromOneAddress);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  server: async ({ sharedServer }, use) => use(sharedServer),
  api: async ({ server }, use) => use(new BoardApi(server.origin)),
  board: async ({ api }, use) => use(await api.createBoard('Riverbend Works')),
  openProfile: async ({ browser }, use, testInfo) => {
    const opened: PageWords[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      context.on('page', (page) => opened.push(new PageWords(page)));
      return context.newPage();
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      for (const [index, words] of opened.entries()) {
        await testInfo.attach(`person-${index + 1}`, { body: await words.text(), contentType: 'text/plain' });
      }
    }
    const contexts = new Set(opened.map(({ page }) => page.context()));
    await Promise.all([...contexts].map((context) => context.close()));
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

export const ownServerTest = test.extend<{ readonly server: ServerProcess }>({
  // oxlint-disable-next-line no-empty-pattern -- as above
  server: async ({}, use) => {
    const server = await ServerProcess.start();
    await use(server);
    await server.stop();
  },
});

export { expect } from '@playwright/test';
export { linkOf };
