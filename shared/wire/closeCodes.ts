/**
 * Close codes of the socket. y-websocket 3.1 reads 4400-4499 as "reconnecting cannot help"; everything else is tried again.
 * The sentence for people stands in the catalog of words under `line.closed.<name>`.
 */
export const closeCodes = {
  malformed: 4400,
  ticketEnded: 4401,
  roleRefused: 4403,
  boardUnknown: 4404,
  deviceEnded: 4405,
  removed: 4406,
  keptOut: 4407,
  boardDeleted: 4410,
  tooLarge: 4413,
  clientTooOld: 4426,
  restarting: 4503,
  boardUnreadable: 4507,
  slowReader: 4508,
  roomFull: 4513,
  tooManyTabs: 4514,
  tooFast: 4529,
} as const;

export type CloseName = keyof typeof closeCodes;

/** The name of a close code, or undefined for one that is not ours (1000, 1006, ...). */
export function closeName(code: number): CloseName | undefined {
  return (Object.keys(closeCodes) as CloseName[]).find((name) => closeCodes[name] === code);
}

/** True when coming back with the same ticket source can help (our 45xx codes and every foreign code). */
export function mayReturn(code: number): boolean {
  return code < 4400 || code > 4499;
}
