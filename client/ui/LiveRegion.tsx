/**
 * Texts for screen readers only, said politely one after the other. Readers hear what changes in a region that they know, so
 * one that has just come is empty for a moment.
 */
import { useEffect, useState } from 'react';

const knownAfterMs = 100;

/** False until readers can know of a region that has just come. */
export function useKnownRegion(): boolean {
  const [isKnown, setKnown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setKnown(true), knownAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return isKnown;
}

export function LiveRegion({ text }: { readonly text: string }) {
  const isKnown = useKnownRegion();
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
      {isKnown ? text : ''}
    </div>
  );
}
