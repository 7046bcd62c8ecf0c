/** How people with a phone come to this board now: what a facilitator sees in Share, for the poster. */
import { shareOrigins } from '#shared/wire/shareOrigins.ts';
import type { WayIn } from '#shared/report/papers/wayIn.ts';
import { codeHasEnded } from '#server/door/codeHasEnded.ts';
import type { BoardRow } from '#server/store/BoardStore.ts';
import type { HttpContext, Services } from '#server/http/Services.ts';
import { linksNow } from './linksNow.ts';
import { renewCode } from './renewCode.ts';

/** Null where no address is known that others can open, or where nobody new is let in. */
export async function wayInNow(services: Services, c: HttpContext, found: BoardRow): Promise<WayIn | null> {
  const hasEnded = (board: BoardRow): boolean => codeHasEnded(board, services.nowMs());
  // whoever is shown a code gets one that works
  const board = hasEnded(found) ? await renewCode(services, found.id, hasEnded) : found;
  const { links, code, reach, ends, isClosed } = await linksNow(services, board);
  const isOver = ends.participant !== null && ends.participant <= services.nowMs();
  const own = ownOrigin(services, c);
  const origin = (own === null ? reach.origins : shareOrigins(own, reach))[0];
  if (isClosed || isOver || origin === undefined) return null;
  return { address: origin.replace(/^https?:\/\//, ''), code, link: `${origin}${links.participant}` };
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
