/** The addresses with which links can begin so that others can open them, best first. */
import type { Reach } from './http.ts';
import { isLoopback } from './isLoopback.ts';

/** `own` = the origin at which the page was opened. Where it can be opened by others it works for sure, since it does here. */
export function shareOrigins(own: string, reach: Reach): readonly string[] {
  const { hostname, protocol } = new URL(own);
  if (isLoopback(hostname)) return reach.origins;
  // What stands in front with TLS is there so that nobody goes around it.
  const others = protocol === 'https:' ? reach.origins.filter((origin) => origin.startsWith('https:')) : reach.origins;
  return [...new Set([own, ...others])];
}
