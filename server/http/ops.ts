/** For operators and their tools: is it well, what does it count, and what the page must know of the configuration. */
import { Hono } from 'hono';
import type { Settings } from '#shared/wire/http.ts';
import type { Desk, HttpEnv } from './Desk.ts';

export function ops(desk: Desk): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  /** Well means that the store answers. */
  app.get('/healthz', async (c) => {
    await desk.store.installationSecret();
    return c.json({ status: 'ok' });
  });

  app.get('/metrics', async (c) =>
    c.body(await desk.metrics.text(), 200, { 'Content-Type': desk.metrics.contentType }),
  );

  app.get('/api/settings', (c) => {
    const { tldrawLicenseKey, createSecret } = desk.environment;
    return c.json({ tldrawLicenseKey, createSecretRequired: createSecret !== null } satisfies Settings);
  });

  return app;
}
