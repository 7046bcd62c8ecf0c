/** The paper under everything: light dots that move with the board, at a distance that suits the zoom. */
import { react, useEditor } from '@tldraw/tldraw';
import { useEffect, useRef } from 'react';

/** Distance of the dots on the board at full size; on the screen it stays between one and two times this. */
const distance = 24;

export function Paper() {
  const editor = useEditor();
  const paper = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      react('paper follows the camera', () => {
        const { current } = paper;
        if (current === null) return;
        const { x, y, z } = editor.getCamera();
        const step = distance * 2 ** -Math.floor(Math.log2(z)) * z;
        current.style.backgroundSize = `${step}px ${step}px`;
        current.style.backgroundPosition = `${(x * z) % step}px ${(y * z) % step}px`;
      }),
    [editor],
  );
  return <div ref={paper} className="tl-background board-paper" />;
}
