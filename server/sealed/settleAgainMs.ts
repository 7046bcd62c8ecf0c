const firstMs = 5_000;
const longestMs = 5 * 60_000;

/** How long to wait after so many failures in a row, until what could not be written is tried again. */
export function settleAgainMs(failures: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(0, failures - 1), 10));
}
