/**
 * One line of text that people read, as it comes in: cleaned, and never blank. Marked as doing nothing by themselves, so that a
 * page leaves out schemas that it does not use.
 */
import * as v from 'valibot';
import { isBlank, oneLine, withoutUnseen } from './unseen.ts';

/** `max` characters at most, once it is cleaned. */
export const line = /* @__NO_SIDE_EFFECTS__ */ (max: number) =>
  v.pipe(
    v.string(),
    v.transform(oneLine),
    v.check((text) => !isBlank(text), 'is blank'),
    v.maxLength(max),
  );

/** What was stored is read also where it is blank. */
export const storedLine = /* @__NO_SIDE_EFFECTS__ */ (max: number) =>
  v.pipe(v.string(), v.transform(oneLine), v.maxLength(max));

/** White space as it was typed, since somebody may still be typing. */
export const seenText = /* @__NO_SIDE_EFFECTS__ */ (max: number) =>
  v.pipe(v.string(), v.transform(withoutUnseen), v.maxLength(max));
