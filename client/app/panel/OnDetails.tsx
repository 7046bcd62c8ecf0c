/** Asks for the details whenever something is opened, on the canvas or in a view. */
import { useEffect } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';

export function OnDetails() {
  const { screen } = useBoard();
  const { selection } = useBoardMap();
  useEffect(() => selection.onOpen(() => screen.open('details')), [selection, screen]);
  return null;
}
