/** How people with a phone come to this board now: what a facilitator sees in Share, for the poster and for the room. */
import { shareOrigins } from '#shared/wire/shareOrigins.ts';
import type { WayInNow } from '#shared/wire/http.ts';
import type { WayIn } from '#shared/report/papers/wayIn.ts';
import { codeHasEnded } from '#server/door/codeHasEnded.ts';
import type { BoardRow } from '#server/store/BoardStore.ts';
import type { HttpContext, Services } from '#server/http/Services.ts';
import { linksNow } from './linksNow.ts';
import { renewCode } from './renewCode.ts';

/** Null where no address is known that others can open, or where nobody new is let in. */
export async function wayInNow(services: Services, c: HttpContext, found: BoardRow): Promise<WayIn | null> {
  const { address, code, link } = await wayInOf(services, c, found);
  return address === null || code === null || link === null ? null : { address, code, link };
}

/** The same for people to read, with what is missing. */
export async function wayInOf(services: Services, c: HttpContext, found: BoardRow): Promise<WayInNow> {
  const hasEnded = (board: BoardRow): boolean => codeHasEnded(board, services.nowMs());
  // whoever is shown a code gets one that works
  const board = hasEnded(found) ? await renewCode(services, found.id, hasEnded) : found;
  const { links, code, reach, ends, isClosed } = await linksNow(services, board);
  const isOver = ends.participant !== null && ends.participant <= services.nowMs();
  if (isClosed || isOver) return { address: null, link: null, code: null, lacking: 'closed' };
  const own = ownOrigin(services, c);
  const origin = (own === null ? reach.origins : shareOrigins(own, reach))[0];
  if (origin === undefined) return { address: null, link: null, code, lacking: 'noAddress' };
  const address = origin.replace(/^https?:\/\//, '');
  return { address, code, link: `${origin}${links.participant}`, lacking: null };
}

/** At which the page was opened that asks, where that can be known; the operator's word goes before it. */
function ownOrigin({ environment }: Services, c: HttpContext): string | null {
  const { publicOrigins, trustedProxies } = environment;
  const { host } = c.var;
  if (publicOrigins.length > 0 || host === undefined) return null;
  const scheme = trustedProxies > 0 ? c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() : 'http';
  if (scheme !== 'http' && scheme !== 'https') return null;
  return URL.canParse(`${scheme}://${host}`) ? new URL(`${scheme}://${host}`).origin : null;
}
