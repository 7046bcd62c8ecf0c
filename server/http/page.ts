/** The page itself: its files, and `index.html` for the addresses that the page's own router knows. */
import { Hono, type Context } from 'hono';
import type { HttpEnv } from './Services.ts';
import type { ClientFile, ClientFiles } from './readClientFiles.ts';

export function page(files: ClientFiles): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get('/', (c) => serve(c, files, '/index.html'));
  app.get('/b/*', (c) => serve(c, files, '/index.html'));
  app.get('*', async (c) => {
    const found = await serve(c, files, c.req.path);
    // somebody who typed an address reads a sentence and a way on, a program its error
    const isReader = found.status === 404 && (c.req.header('accept') ?? '').includes('text/html');
    const file = isReader ? await files.read('/index.html', c.req.header('accept-encoding') ?? '') : null;
    return file === null ? found : c.body(Uint8Array.from(file.body), 404, headersOf(file));
  });
  return app;
}

async function serve(c: Context<HttpEnv>, files: ClientFiles, path: string): Promise<Response> {
  const file = await files.read(path, c.req.header('accept-encoding') ?? '');
  if (file === null) return c.notFound();
  if (c.req.header('if-none-match') === file.headers['ETag']) return c.body(null, 304, headersOf(file));
  return c.body(Uint8Array.from(file.body), 200, headersOf(file));
}

function headersOf(file: ClientFile): Record<string, string> {
  return { ...file.headers };
}
