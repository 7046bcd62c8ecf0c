/**
 * The address that limits are counted for. `X-Forwarded-For` counts only behind as many proxies as the operator named:
 * each appends the address it saw, so the entry that many places from the right is the last one nobody could invent.
 */
export function clientAddress(
  remoteAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies > 0 && forwardedFor !== undefined) {
    const entries = forwardedFor.split(',').map((entry) => entry.trim());
    const entry = entries[Math.max(0, entries.length - trustedProxies)];
    if (entry !== undefined && entry !== '') return networkOf(entry);
  }
  return networkOf(remoteAddress ?? 'unknown');
}

/** An IPv6 customer owns a whole /64, so the first four groups are the address; IPv4 in IPv6 clothes is IPv4. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address.slice(0, 64);
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Math.max(0, 8 - first.length - last.length) : 0;
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().slice(0, 4))
    .join(':')}::/64`;
}
