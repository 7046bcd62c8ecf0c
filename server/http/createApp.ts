/** The HTTP API and the page as one Hono app. Everything every request has in common stands here, once. */
import { Hono, type Context, type Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { Refusal } from '#shared/wire/Refusal.ts';
import { refusals } from '#shared/wire/refusals.ts';
import type { RefusalCode } from '#shared/wire/refusals.ts';
import { isKnownHost, unknownHostSentence } from '#server/door/isKnownHost.ts';
import { mayTalk } from '#server/door/mayTalk.ts';
import { requestOrigin } from '#server/door/requestOrigin.ts';
import { DamagedError, NotStoredError, StorageFullError } from '#server/store/storeErrors.ts';
import { acts } from '#server/http/people/acts.ts';
import { assets } from '#server/http/files/assets.ts';
import { boardFile } from '#server/http/files/boardFile.ts';
import { boards } from '#server/http/boards/boards.ts';
import { codes } from '#server/http/joining/codes.ts';
import { comeBack } from '#server/http/joining/comeBack.ts';
import { comesFor } from '#server/http/people/comesFor.ts';
import { damage } from '#server/http/boards/damage.ts';
import type { Services, HttpEnv } from './Services.ts';
import { devices } from '#server/http/joining/devices.ts';
import { exports } from '#server/http/files/export.ts';
import { join } from '#server/http/joining/join.ts';
import { keepOut } from '#server/http/people/keepOut.ts';
import { links } from '#server/http/joining/links.ts';
import { ops } from './ops.ts';
import { owner } from '#server/http/people/owner.ts';
import { page } from './page.ts';
import { pageHeaders } from './pageHeaders.ts';
import { people } from '#server/http/people/people.ts';
import { ratings } from '#server/http/people/ratings.ts';
import { record } from '#server/http/boards/record.ts';
import type { ClientFiles } from './readClientFiles.ts';
import { sealed } from '#server/http/workshop/sealed.ts';
import { snapshots } from '#server/http/boards/snapshots.ts';
import { agendas } from '#server/http/workshop/agendas.ts';
import { session } from '#server/http/workshop/workshop.ts';
import { tickets } from '#server/http/joining/tickets.ts';
import { wayIn } from '#server/http/joining/wayIn.ts';

const maxJsonBytes = 16 * 1024;
const readsItsOwnBody = { POST: /\/(assets|session|import|import\/check)$/, PUT: /\/agendas\/[^/]+$/ } as const;

export function createApp(services: Services, files: ClientFiles): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const { publicOrigins, trustedProxies } = services.environment;

  app.use(async (c, next) => {
    const { socket, headers } = c.env.incoming;
    const { address, host } = requestOrigin(socket.remoteAddress, headers, trustedProxies);
    c.set('address', address);
    c.set('host', host);
    await next();
    services.log.debug('request', { method: c.req.method, route: routeOf(c), status: c.res.status });
  });
  // Probes ask by whatever name a container or a balancer gives to the server.
  app.use(async (c, next) => {
    const isProbe = /^\/(?:healthz|readyz)$/.test(c.req.path);
    if (isProbe || isKnownHost(c.var.host, { machineName: services.machineName, publicOrigins })) return next();
    if (c.req.path.startsWith('/api/')) throw new Refusal('host-refused');
    services.metrics.countRefusal('host-refused');
    return c.text(unknownHostSentence(c.var.host), refusals['host-refused']);
  });
  // Asked for by itself a picture is under its own policy; outside of pageHeaders, so that this one wins.
  app.use('/api/boards/:id/assets/:asset', async (c, next) => {
    await next();
    c.header('Content-Security-Policy', "sandbox; default-src 'none'");
  });
  app.use(pageHeaders());
  app.use('/api/*', async (c, next) => {
    if (services.isStopping()) throw new Refusal('restarting');
    if (!mayTalk(c.req.header('origin'), c.var.host, publicOrigins)) throw new Refusal('origin-refused');
    c.header('Cache-Control', 'no-store');
    await next();
  });
  const boundedBody = bodyLimit({ maxSize: maxJsonBytes, onError: () => refuse('too-large') });
  const smallBody = (c: Context<HttpEnv>, next: Next): Promise<Response | void> => {
    // A body that is looked at is not read to its end any more, and who sends it would hear of a broken line only.
    if (Number(c.req.header('content-length') ?? 0) > maxJsonBytes) refuse('too-large');
    return boundedBody(c, next);
  };
  app.use('/api/*', (c, next) =>
    (c.req.method === 'POST' || c.req.method === 'PUT') && readsItsOwnBody[c.req.method].test(c.req.path)
      ? next()
      : smallBody(c, next),
  );

  for (const routes of [
    ops,
    boardFile,
    exports,
    boards,
    join,
    comeBack,
    comesFor,
    devices,
    tickets,
    links,
    wayIn,
    people,
    acts,
    keepOut,
    owner,
    ratings,
    codes,
    session,
    agendas,
    sealed,
    record,
    assets,
    snapshots,
    damage,
  ])
    app.route('/', routes(services));
  app.all('/api/*', () => refuse('not-found'));
  app.route('/', page(files));

  app.notFound((c) => answer(services, c, 'not-found'));
  app.onError((error, c) => answer(services, c, refusalOf(services, c, error)));
  return app;
}

function refuse(code: RefusalCode): never {
  throw new Refusal(code);
}

/** What an error means for the one who asked. Only what nobody expected is logged, once, here. */
function refusalOf(services: Services, c: Context<HttpEnv>, error: unknown): RefusalCode {
  if (error instanceof Refusal) return error.code;
  if (error instanceof StorageFullError) return 'storage-full';
  if (error instanceof NotStoredError) return 'board-unknown';
  // Nobody reads the answer any more.
  if (isBrokenOff(c, error)) return 'invalid-body';
  if (error instanceof DamagedError) return 'damaged';
  if (error instanceof HTTPException && error.status < 500) return error.status === 413 ? 'too-large' : 'invalid-body';
  services.log.error('request-failed', { method: c.req.method, route: routeOf(c) }, error);
  return 'fault';
}

/** Whoever sent the request went before it was here as a whole, or stopped waiting for the answer. */
function isBrokenOff(c: Context<HttpEnv>, error: unknown): boolean {
  const isOfStream = error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
  return (
    (isOfStream && c.env.incoming.readableAborted) || (error === c.req.raw.signal.reason && c.req.raw.signal.aborted)
  );
}

/** The pattern of the address, so that nothing somebody typed or pasted into one reaches the log. */
function routeOf(c: Context<HttpEnv>): string {
  return matchedRoutes(c).find(({ path }) => !path.endsWith('*'))?.path ?? '*';
}

function answer(services: Services, c: Context<HttpEnv>, code: RefusalCode): Response {
  const { message } = new Refusal(code);
  services.metrics.countRefusal(code);
  return c.json({ error: { code, message } }, refusals[code]);
}
