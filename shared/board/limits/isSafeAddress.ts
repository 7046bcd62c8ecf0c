/** The one rule for addresses in the document, for server and client: what a link, a picture or a bookmark may point at. */

const schemes = ['http:', 'https:', 'mailto:', 'asset:'];
/** Browsers skip these inside a scheme, so `java\nscript:` runs as well as `javascript:`. */
// oxlint-disable-next-line no-control-regex -- control characters are what must be found
const skipped = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g;

/** True for an empty, relative, http(s), mailto or asset address without credentials. */
export function isSafeAddress(address: string): boolean {
  const plain = address.replace(skipped, '').toLowerCase();
  if (/^(https?:)?[\\/]{2}[^\\/?#]*@/.test(plain)) return false;
  const scheme = /^[^/?#\\:]*:/.exec(plain)?.[0];
  return scheme === undefined || schemes.includes(scheme);
}
