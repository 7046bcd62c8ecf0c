/** For operators and their tools: is it well, what does it count, and what the page must know of the configuration. */
import { Hono } from 'hono';
import type { Settings } from '#shared/wire/http.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import { secretsEqual } from '#server/door/secrets/secretsEqual.ts';
import { isLoopback } from '#shared/wire/isLoopback.ts';
import { bearer } from './bearer.ts';
import { lets } from '#server/http/access.ts';
import type { Services, HttpContext, HttpEnv } from './Services.ts';

export function ops(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  const isReady = readiness(services);

  /** Alive: whoever watches the process leaves it alone, however its disk is. */
  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  /** Ready: what people do is saved. */
  app.get('/readyz', async (c) => {
    if (services.isStopping() || !(await isReady())) throw new Refusal('not-ready');
    return c.json({ status: 'ok' });
  });

  app.get('/metrics', async (c) => {
    const { metricsToken } = services.environment;
    const mayRead = metricsToken === null ? isFromHere(c) : secretsEqual(bearer(c), metricsToken);
    if (!mayRead) throw new Refusal('metrics-refused');
    return c.body(await services.metrics.text(), 200, { 'Content-Type': services.metrics.contentType });
  });

  app.get('/api/settings', lets('open'), (c) => {
    const { tldrawLicenseKey, createSecret } = services.environment;
    return c.json({ tldrawLicenseKey, createSecretRequired: createSecret !== null } satisfies Settings);
  });

  return app;
}

/** From this machine itself, and not handed on by a proxy on it. */
function isFromHere(c: HttpContext): boolean {
  const { socket, headers } = c.env.incoming;
  const isHandedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  return !isHandedOn && isLoopback(socket.remoteAddress ?? '') && isLoopback(hostnameOf(headers.host));
}

function hostnameOf(host = ''): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}

/** Anybody may ask, so one try at the disk answers for a while. */
const freshForMs = 2_000;
/** A disk that takes longer saves nothing that somebody would wait for. */
const answerWithinMs = 5_000;

function readiness({ store, log, nowMs }: Pick<Services, 'store' | 'log' | 'nowMs'>): () => Promise<boolean> {
  let tried: { readonly atMs: number; readonly works: Promise<boolean> } | null = null;
  /** a write that was given up waiting for and may still end: no other one is sent after it */
  let isHeld = false;
  const tryWrite = async (): Promise<boolean> => {
    if (isHeld) return false;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => {
        isHeld = true;
        resolve(false);
      }, answerWithinMs);
    });
    const works = store.tryWrite().then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof StorageFullError)) log.error('ready.writeFailed', {}, error);
        return false;
      },
    );
    void works.then(() => (isHeld = false));
    return Promise.race([works, late]).finally(() => clearTimeout(timer));
  };
  return () => {
    const now = nowMs();
    if (tried === null || Math.abs(now - tried.atMs) >= freshForMs) tried = { atMs: now, works: tryWrite() };
    return tried.works;
  };
}
