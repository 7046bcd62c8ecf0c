/**
 * Which web origins may talk to this server: those of PUBLIC_ORIGIN, otherwise the host that the request itself names.
 * Without an Origin header it is no browser page; then only what it carries (seat, ticket) counts.
 */

/** `host` is the host that the request was sent to, as the server sees it (behind a trusted proxy: the forwarded one). */
export function mayTalk(
  origin: string | undefined,
  host: string | undefined,
  publicOrigins: readonly string[],
): boolean {
  if (origin === undefined) return true;
  if (publicOrigins.length > 0) return publicOrigins.includes(origin);
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return originHost === hostOf(protocol, host);
}

/** Lower case and without a default port, as `URL.host` writes it. */
function hostOf(protocol: string, host: string): string | null {
  return URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`).host : null;
}
