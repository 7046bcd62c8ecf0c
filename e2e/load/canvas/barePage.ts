/** The bare page, built with the same Vite and the same plugins as the product, into a folder of its own. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('./bare', import.meta.url));
const common = { root, configFile: false, logLevel: 'error' } as const;

/** Builds for production, also where a test runner has set NODE_ENV to something else. */
export async function buildBarePage(outDir: string): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ ...common, plugins: [react()], build: { outDir, emptyOutDir: true, target: 'es2022' } });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** Serves a built page on a free port; returns its address and its own undo. */
export async function serveBarePage(outDir: string): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, strictPort: false, open: false },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the bare page has no port');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
