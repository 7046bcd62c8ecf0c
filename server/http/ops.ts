/** For operators and their tools: is it well, what does it count, and what the page must know of the configuration. */
import { Hono } from 'hono';
import type { Settings } from '#shared/wire/http.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { StorageFullError } from '#server/store/Store.ts';
import type { Desk, HttpEnv } from './Desk.ts';

export function ops(desk: Desk): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  const isReady = readiness(desk);

  /** Alive: whoever watches the process leaves it alone, however its disk is. */
  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  /** Ready: what people do is saved. */
  app.get('/readyz', async (c) => {
    if (desk.isStopping() || !(await isReady())) throw new Refusal('not-ready');
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

/** Anybody may ask, so one try at the disk answers for a while. */
const freshForMs = 2_000;
/** A disk that takes longer saves nothing that somebody would wait for. */
const answerWithinMs = 5_000;

function readiness({ store, log, nowMs }: Pick<Desk, 'store' | 'log' | 'nowMs'>): () => Promise<boolean> {
  let tried: { readonly atMs: number; readonly works: Promise<boolean> } | null = null;
  const tryWrite = async (): Promise<boolean> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), answerWithinMs)));
    const works = store.tryWrite().then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof StorageFullError)) log.error('ready.writeFailed', {}, error);
        return false;
      },
    );
    return Promise.race([works, late]).finally(() => clearTimeout(timer));
  };
  return () => {
    const now = nowMs();
    if (tried === null || Math.abs(now - tried.atMs) >= freshForMs) tried = { atMs: now, works: tryWrite() };
    return tried.works;
  };
}
