/** The parts of the canvas that come after it. */
import { useMemo, type ReactNode } from 'react';
import type { LateCanvas } from '#client/canvas/LateCanvasContext.ts';
import { useLateParts } from '#client/app/Services.ts';
import type { MountedCanvas } from './ViewsOnCanvas.tsx';

export function useLateCanvas(canvas: MountedCanvas): { readonly paste: ReactNode; readonly late: LateCanvas } {
  const parts = useLateParts();
  const editor = canvas?.editor ?? null;
  const paste = useMemo(() => (parts === null ? null : <parts.Paste />), [parts]);
  const late = useMemo(
    () => ({
      signs: parts === null ? null : <parts.Signs />,
      acts: parts === null || editor === null ? null : <parts.SheetActsInMenu editor={editor} />,
    }),
    [parts, editor],
  );
  return { paste, late };
}
