/** Why something was not done, in codes that have a sentence. */
import { refusals } from '#shared/wire/refusals.ts';
import type { RefusalCode } from '#shared/wire/refusals.ts';

/** `unreachable`: no answer, or one that is not ours (a proxy's page). */
export type Failure = RefusalCode | 'unreachable';

/** A code that came from somewhere else, as one that has a sentence. */
export function failureOf(code: string): Failure {
  return isRefusal(code) ? code : 'unreachable';
}

function isRefusal(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}
