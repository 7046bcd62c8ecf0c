/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const serverPort = Number(process.env['PORT'] ?? 3000);

/** `vite build --app` builds the page into dist/client and the server into dist/server. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  // Without this the development server fails on the `?url` imports of the asset list.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  // tldraw is one large chunk; e2e/weight.test.ts watches what each page loads.
  build: { emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2_500 },
  builder: {},
  environments: {
    client: { build: { outDir: '../dist/client' } },
    server: {
      consumer: 'server',
      build: {
        outDir: '../dist/server',
        copyPublicDir: false,
        rolldownOptions: { input: 'server/main.ts' },
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
    projects: ['shared', 'server', 'client', 'e2e'].map((name) => ({
      extends: true,
      test: {
        name,
        root: '.',
        include: [`${name}/**/*.test.{ts,tsx}`],
        testTimeout: name === 'e2e' ? 120_000 : 20_000,
        hookTimeout: 30_000,
      },
    })),
  },
});
