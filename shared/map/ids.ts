/** Ids that are made of what must be unique: two people who add the same thing at once add it once. */

/** Unique per organization, interest and part of work. */
export function placementId(organization: string, interest: string | null, part: string | null): string {
  return `${organization}~${interest ?? ''}~${part ?? ''}`;
}

/** Unique per body and representative. */
export function seatId(body: string, representative: string): string {
  return `${body}~${representative}`;
}

/** Unique per indicator, date, group and status. */
export function measurementId(indicator: string, date: string, group: string, status: string): string {
  return `${indicator}~${date}~${status}~${group}`;
}

/** Unique per rule and subject. */
export function acknowledgementId(rule: string, subject: string): string {
  return `${rule}~${subject}`;
}
