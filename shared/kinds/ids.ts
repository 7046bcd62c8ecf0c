/** Ids that are made of what must be unique: two people who add the same thing at once add it once. */

/** Longest id that the document takes for an entity. */
export const maxEntityIdLength = 128;

/** Two 32-bit multiplicative hashes side by side; only to keep long ids apart, not against ill will. */
export function digest(text: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}

/** The parts joined; what would be too long ends in a digest of the whole. */
function joined(...parts: readonly string[]): string {
  const id = parts.join('~');
  return id.length <= maxEntityIdLength ? id : `${id.slice(0, 100)}~${digest(id)}`;
}

/** Unique per organization, interest and part of work. */
export function placementId(organization: string, interest: string | null, part: string | null): string {
  return joined(organization, interest ?? '', part ?? '');
}

/** Unique per body and representative. */
export function seatId(body: string, representative: string): string {
  return joined(body, representative);
}

/** Unique per indicator, date, group and status. */
export function measurementId(indicator: string, date: string, group: string, status: string): string {
  return joined(indicator, date, status, group);
}

/** One of each kind per source: whoever makes the same of the same thing again finds it there. */
export function madeId(source: string, list: string): string {
  return `${list.slice(0, 3)}-${digest(`${source} ${list}`)}`;
}

/** Unique per rule and subject. */
export function acknowledgementId(rule: string, subject: string): string {
  return joined(rule, subject);
}
