/** The legend of the frame over a corner of the canvas: folded until somebody opens it. */
import { useTranslation } from 'react-i18next';
import { useMemo } from 'react';
import { useScreen } from '#client/board/BoardContext.ts';
import { Drawn } from '#client/canvas/drawn/Drawn.tsx';
import { useNewFrameWords } from '#client/canvas/frame/useFrameWords.ts';
import { useMap } from '#client/map/MapContext.ts';
import { frameLegend, legendHeight } from '#shared/drawings/frameLegend.ts';
import { screenPalette } from '#shared/views/frame/framePalette.ts';
import styles from './LegendOnCanvas.module.css';

export function LegendOnCanvas() {
  const { t } = useTranslation();
  const words = useNewFrameWords();
  const { organizations } = useMap();
  const isBesidePanel = useScreen(({ panel }) => panel !== null);
  const signs = useMemo(() => {
    const sectors = new Set(organizations.map(({ sector }) => sector));
    return frameLegend({ palette: screenPalette, words }, sectors);
  }, [organizations, words]);
  return (
    <details className={styles['legend']} data-over-canvas="" data-beside-panel={isBesidePanel || undefined}>
      <summary>{t('frame.legend.title')}</summary>
      <ul>
        {signs.map(({ text, width, shapes }) => (
          <li key={text}>
            <svg width={30} height={legendHeight} viewBox={`${(width - 30) / 2} -12 30 24`} aria-hidden>
              <Drawn drawing={shapes} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
