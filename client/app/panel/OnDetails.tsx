/** Asks for the details whenever something is opened, on the canvas or in a view. */
import { useEffect } from 'react';
import { useBoardMap } from '#client/map/MapContext.ts';

export function OnDetails({ onDetails }: { readonly onDetails: () => void }) {
  const { selection } = useBoardMap();
  useEffect(() => selection.onOpen(onDetails), [selection, onDetails]);
  return null;
}
