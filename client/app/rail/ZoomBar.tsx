/** Nearer, farther, and the view that is looked at as a whole, in the part of the canvas that nothing covers. */
import { useTranslation } from 'react-i18next';
import { useCanvas } from '#client/board/BoardContext.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Minus } from '#client/ui/icons/Minus.tsx';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { useCanvasViews } from './useCanvasViews.ts';
import styles from './ZoomBar.module.css';

export function ZoomBar() {
  const { t } = useTranslation();
  const canvas = useCanvas();
  const { inFront } = useCanvasViews();
  return (
    <div className={styles['place']} data-over-canvas="">
      <div className={styles['bar']} role="group" aria-label={t('rail.zoom')}>
        <IconButton label={t('keys.zoomOut')} onClick={() => canvas.zoom(-1)}>
          <Minus aria-hidden="true" />
        </IconButton>
        <button
          type="button"
          className={styles['fit']}
          disabled={inFront === null}
          title={t('rail.fitHint')}
          onClick={() => inFront !== null && canvas.showPart(inFront)}
        >
          {t('rail.fit')}
        </button>
        <IconButton label={t('keys.zoomIn')} onClick={() => canvas.zoom(1)}>
          <Plus aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  );
}
