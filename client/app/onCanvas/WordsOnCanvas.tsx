/** Keeps the words of whoever loses the shape they write in, by what they may change just now. */
import { use, useEffect, useMemo } from 'react';
import { PermitsContext } from '#client/map/PermitsContext.ts';
import { permitsSignal } from '#client/canvas/limits/permitsSignal.ts';
import { keepWords } from '#client/canvas/words/keepWords.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import type { MountedCanvas } from './ViewsOnCanvas.tsx';

export function WordsOnCanvas({ canvas }: { readonly canvas: MountedCanvas }) {
  const permits = use(PermitsContext);
  const { words } = useBoardMap();
  const signal = useMemo(() => permitsSignal(), []);
  const editor = canvas?.editor ?? null;
  useEffect(() => {
    if (editor === null) return undefined;
    return keepWords({ editor, permits: signal.get, onLost: (lost) => words.lose(lost) });
  }, [editor, signal, words]);
  useEffect(() => signal.set(permits), [signal, permits]);
  return null;
}
