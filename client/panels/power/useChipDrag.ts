/** Dragging a chip with mouse, pen or finger: tells where it is and where it was let go. A short press is no drag. */
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';
import type { Rating } from '#shared/map/ratings.ts';

const startsAfterPx = 5;

export interface ChipDrag {
  readonly organization: string;
  readonly x: number;
  readonly y: number;
  /** the place under the pointer: a cell, the tray, or nothing */
  readonly over: Rating | null;
}

export interface ChipDragging {
  readonly drag: ChipDrag | null;
  readonly onPointerDown: (organization: string, event: ReactPointerEvent<HTMLElement>) => void;
}

/** The rating of the place at this point, as its element says: `data-place="4 2"`, or `data-place=""` for the tray. */
function placeAt(x: number, y: number): Rating | null {
  const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]')?.dataset['place'];
  if (place === undefined) return null;
  const [influence, stake] = place.split(' ').map(Number);
  return place === '' ? { influence: null, stake: null } : { influence: influence ?? null, stake: stake ?? null };
}

export function useChipDrag(onDrop: (organization: string, rating: Rating) => void): ChipDragging {
  const [drag, setDrag] = useState<ChipDrag | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (organization: string, down: ReactPointerEvent<HTMLElement>): void => {
    if (down.button !== 0 || stop.current !== null) return;
    const { pointerId, clientX, clientY } = down;
    let isDragging = false;
    const end = (): void => {
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', onUp);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', onKey, true);
      stop.current = null;
      setDrag(null);
    };
    const onMove = (event: PointerEvent): void => {
      if (event.pointerId !== pointerId) return;
      isDragging ||= Math.hypot(event.clientX - clientX, event.clientY - clientY) > startsAfterPx;
      if (isDragging)
        setDrag({
          organization,
          x: event.clientX,
          y: event.clientY,
          over: placeAt(event.clientX, event.clientY),
        });
    };
    const onUp = (event: PointerEvent): void => {
      if (event.pointerId !== pointerId) return;
      const place = isDragging ? placeAt(event.clientX, event.clientY) : null;
      end();
      if (place !== null) onDrop(organization, place);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !isDragging) return;
      event.stopPropagation();
      end();
    };
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onUp);
    addEventListener('pointercancel', end);
    addEventListener('keydown', onKey, true);
    stop.current = end;
  };

  return { drag, onPointerDown };
}
