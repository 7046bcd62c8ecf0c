/// <reference types="vitest/config" />
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serveTldrawAssets } from './client/canvas/serveTldrawAssets.ts';
import { withoutPolyfills } from './client/canvas/withoutPolyfills.ts';
import packageJson from './package.json' with { type: 'json' };

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** What people see on the way to a board: none of it may wait for the board's own code. */
/** The last one is asked for by the join page, with the first touch of its form. */
const beforeBoard =
  /\/client\/(main\.tsx|app\/(home\/HomePage|join\/JoinPage|home\/ImportBoard)\.tsx|ui\/fields\/ChoiceField\.tsx)$/;

/**
 * One chunk of what every page needs, one of what the board page needs at once; all else goes where it is asked for. What the
 * board shares with a page before it goes with what every page needs: a shared module in the board's chunk would bring the whole
 * canvas with it. Left to itself the bundler makes a chunk for each way in which pages share modules, two dozen of them
 * (decision 0100).
 */
function chunkOf(id: string, graph: ModuleGraph): string | null {
  // Icons are made with it before anything else runs.
  if (/\/node_modules\/(react|react-dom|scheduler)\//.test(id)) return 'react';
  const seen = new Set([id]);
  for (const one of seen) for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer);
  const needs = (by: (one: string) => boolean): boolean => [...seen].some(by);
  if (needs((one) => one.endsWith('/client/main.tsx'))) return 'main';
  if (!needs((one) => one.endsWith('/client/app/board/BoardPage.tsx'))) return isLate(needs) ? 'lateParts' : null;
  return needs((one) => beforeBoard.test(one)) ? 'main' : 'BoardPage';
}

/**
 * What comes right after the canvas is one chunk, also what parts share with it that come later still: the first page would have
 * to name each piece.
 */
function isLate(needs: (by: (one: string) => boolean) => boolean): boolean {
  return (
    needs((one) => one.endsWith('/client/app/lateParts.ts')) &&
    !needs((one) => /\/client\/(app\/(home|join|room)\/|ui\/fields\/ChoiceField)/.test(one))
  );
}

/** What Yjs writes on the console goes the way it goes in Node: the other way brings 16 kB that describe the DOM to it. */
const plainLogging = { find: 'lib0/logging', replacement: resolve('node_modules/lib0/logging.node.js') };

const serverPort = Number(process.env['PORT'] ?? 3000);

/**
 * Tests of whole processes, whole exports and long random runs: `npm test` runs them, `npm run check` does not, so that it
 * stays short.
 */
const wholeTests = [
  'client/connection/{realServer,removed,sync/writingIds}.test.ts',
  'client/panels/{people/People,share/Share}Panel.test.tsx',
  'server/export/*.test.ts',
  'server/http/routes.test.ts',
  'server/http/boards/{record,snapshots}.test.ts',
  'server/http/files/{boardFile,export,import}.test.ts',
  'server/http/joining/{closing,door}.test.ts',
  'server/http/people/{keepOut,owner}.test.ts',
  'server/http/sockets/{slowDisk,slowLine,sockets}.test.ts',
  'server/http/workshop/*.test.ts',
  'server/main.test.ts',
  'server/ops/{backupCommand,checkDataCommand,exportCommand,findings,ownerCommand}.test.ts',
  'server/workshop/*.test.ts',
  'server/snapshots/{losses,restoring,Snapshots}.test.ts',
  'server/store/{sqlite,threaded}/**/*.test.ts',
  'shared/board/{content,mapDocument,mapTogether,sheetsTogether}.test.ts',
  'shared/boardFile/*.test.ts',
  'shared/compare/*.test.ts',
  'shared/views/frame/layoutFrame.test.ts',
];

/** Projects whose tests start processes and threads: built ones, which are there in a fifth of the time of TypeScript. */
const startsBuilt = ['whole', 'e2e'];
const builtThreads = {
  find: '#server/threads/startThread.ts',
  replacement: resolve('server/testing/startBuiltThread.ts'),
};

/** `vite build --app` builds the page into dist/client and the server into dist/server. */
export default defineConfig({
  root: 'client',
  resolve: { alias: [plainLogging] },
  plugins: [react(), serveTldrawAssets(packageJson.dependencies['@tldraw/assets']), withoutPolyfills()],
  // tldraw is one large chunk; e2e/weight.test.ts watches what each page loads.
  build: { emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2_500 },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '../dist/client',
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: chunkOf, includeDependenciesRecursively: false }] } },
        },
      },
    },
    server: {
      consumer: 'server',
      build: {
        outDir: '../dist/server',
        copyPublicDir: false,
        // The store, exports, restores and imports have threads of their own, whose files stand beside the server's; so do the
        // commands for installations without sources.
        rolldownOptions: {
          input: {
            main: 'server/main.ts',
            exportWorker: 'server/export/exportWorker.ts',
            importWorker: 'server/boardFile/importWorker.ts',
            momentWorker: 'server/snapshots/momentWorker.ts',
            restorationWorker: 'server/snapshots/restorationWorker.ts',
            storeWorker: 'server/store/threaded/storeWorker.ts',
            backup: 'server/ops/backupCommand.ts',
            checkData: 'server/ops/checkDataCommand.ts',
            export: 'server/ops/exportCommand.ts',
            findings: 'server/ops/findings.ts',
            owner: 'server/ops/ownerCommand.ts',
          },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': `http://127.0.0.1:${serverPort}`,
      '/sync': { target: `ws://127.0.0.1:${serverPort}`, ws: true },
    },
  },
  test: {
    root: '.',
    // Left to itself it keeps one processor free, of two the half (decision 0215).
    maxWorkers: '100%',
    projects: ['shared', 'server', 'client', 'whole', 'e2e'].map((name) => ({
      extends: true,
      test: {
        name,
        root: '.',
        include: name === 'whole' ? wholeTests : [`${name}/**/*.test.{ts,tsx}`],
        exclude: name === 'whole' ? [] : wholeTests,
        // Modules keep nothing that changes, so test files may share what each would load anew.
        isolate: false,
        provide: { runs: Number(process.env['RUNS'] ?? 1) },
        ...(startsBuilt.includes(name) && { globalSetup: '.scripts/buildForTests.mjs', alias: [builtThreads] }),
        testTimeout: name === 'e2e' ? 120_000 : 20_000,
        hookTimeout: 30_000,
      },
    })),
  },
});
