/** What the canvas asks of its person, over its lower edge, one below the other. */
import { createPortal } from 'react-dom';
import type { MountedCanvas } from './ViewsOnCanvas.tsx';
import styles from './AsksOnCanvas.module.css';
import { LegendOnCanvas } from './LegendOnCanvas.tsx';
import { RemovalOnCanvas, useHeldRemoval } from './RemovalOnCanvas.tsx';
import { TableOnCanvas, useTableQuestion } from './TableOnCanvas.tsx';
import { SheetBarOnCanvas } from './SheetBarOnCanvas.tsx';
import { useMedia } from '#client/app/useChoices.ts';

export function AsksOnCanvas({ canvas }: { readonly canvas: MountedCanvas }) {
  const isPhone = useMedia('(max-width: 599px)');
  const removal = useHeldRemoval(canvas);
  const table = useTableQuestion();
  const asks = (
    <div className={styles['place']}>
      <RemovalOnCanvas {...removal} />
      <TableOnCanvas canvas={canvas} {...table} />
    </div>
  );
  return (
    <>
      {/* on a phone panels lie over the canvas, and a question must not lie below them */}
      {isPhone ? createPortal(asks, document.body) : asks}
      <LegendOnCanvas />
      {canvas !== null && <SheetBarOnCanvas editor={canvas.editor} isDocked={isPhone} />}
    </>
  );
}
