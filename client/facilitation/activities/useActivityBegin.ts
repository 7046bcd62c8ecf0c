/** Tells when something begins that people take part in: it is opened, or somebody comes and it is open. */
import { useEffect, useRef } from 'react';
import { useActivities } from '#client/facilitation/WorkshopContext.ts';

/** Runs once for each that is new, or together for those that are there. */
export function useActivityBegin(onBegin: () => void): void {
  const open = useActivities()
    .filter(({ status }) => status === 'open')
    .map(({ id }) => id)
    .join(' ');
  const latest = useRef(onBegin);
  const begun = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    latest.current = onBegin;
  });
  useEffect(() => {
    const ids = open === '' ? [] : open.split(' ');
    const isNew = ids.some((id) => !begun.current.has(id));
    begun.current = new Set(ids);
    if (isNew) latest.current();
  }, [open]);
}
