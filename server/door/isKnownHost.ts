/**
 * Whether a request was sent to this server by a name that it knows. A page from elsewhere can lead its own name to this
 * machine (DNS rebinding), and then browsers take the server for a part of that page. Addresses cannot be led anywhere.
 */

/**
 * `host` as in the header, with or without a port; `machineName` as the system says it. Where the operator named the addresses
 * of pages (`publicOrigins`), these decide (`mayTalk`), and a proxy may call the server as it likes.
 */
export function isKnownHost(
  host: string | undefined,
  { machineName, publicOrigins }: { readonly machineName: string; readonly publicOrigins: readonly string[] },
): boolean {
  if (publicOrigins.length > 0) return true;
  // no browser leaves it out
  if (host === undefined) return true;
  if (!URL.canParse(`http://${host}`)) return false;
  const name = new URL(`http://${host}`).hostname.replace(/\.$/, '');
  if (name.startsWith('[') || /^\d+(\.\d+){3}$/.test(name)) return true;
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  const own = machineName.toLowerCase();
  const short = own.split('.')[0] ?? own;
  return short !== '' && [own, short, `${short}.local`].includes(name);
}

/** What whoever opened the page reads, and can hand on to who runs the server. */
export function unknownHostSentence(host: string | undefined): string {
  const isPlain = host !== undefined && /^[\w.:-]{1,200}$/.test(host);
  const origin = isPlain ? `http://${host}` : 'the address that people open';
  return `This Roundtable does not know that it is called by this name. Whoever runs it can allow it: PUBLIC_ORIGIN=${origin} (https:// behind TLS). Its IP address works without that.`;
}
