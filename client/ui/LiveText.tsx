/**
 * A sentence that everybody sees and screen readers say when it comes. Readers hear what changes in a region that they know, so
 * a moment after it has come the sentence is set again, with a space that nobody sees.
 */
import { useKnownRegion } from './LiveRegion.tsx';

export function LiveText({ text }: { readonly text: string }) {
  const isKnown = useKnownRegion();
  return (
    <span role="status" aria-live="polite" aria-atomic="true">
      {isKnown ? `${text}\u00a0` : text}
    </span>
  );
}
