/**
 * Node ends requests that take too long to arrive. Right after a standstill of the server it would end also those that have
 * arrived long ago and were only not read yet: so its two limits are longer by what the server stood still lately.
 */
import type { Server } from 'node:http';
import type { Clock } from '#server/clock/Clock.ts';

export interface ArrivalLimits {
  /** milliseconds */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
}

export function excuseStandstill(server: Server, limits: ArrivalLimits, clock: Clock): void {
  const marks: { readonly atMs: number; readonly stoodStillMs: number }[] = [];
  /** How long the server stood still within the last `ms`, or a little longer. */
  const lately = (ms: number): number => {
    const now = clock.elapsedMs();
    while (marks[1] !== undefined && marks[1].atMs <= now - limits.requestTimeout) marks.shift();
    marks.push({ atMs: now, stoodStillMs: clock.stoodStillMs() });
    const before = marks.findLast(({ atMs }) => atMs <= now - ms) ?? marks[0];
    return clock.stoodStillMs() - (before?.stoodStillMs ?? 0);
  };
  // Node reads both each time it looks through its connections.
  for (const name of ['headersTimeout', 'requestTimeout'] as const)
    Object.defineProperty(server, name, { get: () => limits[name] + lately(limits[name]) });
}
