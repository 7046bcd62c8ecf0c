/** State of a form that outlives the form: what was typed is there again when it comes back. */
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { useDrafts } from './DraftsContext.ts';

export interface Kept<T> {
  readonly value: T;
  /** True when somebody has typed something that was neither sent nor given up. */
  readonly isKept: boolean;
  readonly keep: (value: T) => void;
  /** It was sent, or given up: back to the start. */
  readonly forget: () => void;
}

/** `schema`: what is accepted from an earlier page; anything else is no draft. */
export function useKept<T>(name: string, schema: v.GenericSchema<unknown, T>, start: T | (() => T)): Kept<T> {
  const drafts = useDrafts();
  const [first] = useState(start);
  const stored = useSyncExternalStore(drafts.subscribe, () => drafts.get(name));
  const read = useMemo(() => (stored === undefined ? null : v.safeParse(schema, stored)), [schema, stored]);
  const isKept = read !== null && read.success;
  const keep = useCallback((value: T) => drafts.keep(name, value), [drafts, name]);
  const forget = useCallback(() => drafts.forget(name), [drafts, name]);
  return { value: read !== null && read.success ? read.output : first, isKept, keep, forget };
}

const text = v.string();

export function useKeptText(name: string, start = ''): Kept<string> {
  return useKept(name, text, start);
}

const flag = v.boolean();

/** That a form is open, so that it comes back open with what stands in it. */
export function useKeptFlag(name: string): Kept<boolean> {
  return useKept(name, flag, false);
}
