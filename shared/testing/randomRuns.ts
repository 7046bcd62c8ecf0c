import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** how many times as many random cases as usual (RUNS) */
    readonly runs: number;
  }
}

/** So many random cases in `npm test`; `npm run faults` asks for ten times as many. */
export function randomRuns(usual: number): number {
  return usual * inject('runs');
}

/** Their seeds, one after the other. */
export function randomSeeds(usual: number, first = 0): readonly number[] {
  return Array.from({ length: randomRuns(usual) }, (_, index) => first + index);
}
