/** Asks before a deletion on the canvas takes more than one thing of the map away, and says what falls with it (FRAME-40). */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InTurn } from '#client/board/InTurn.tsx';
import { lateViews, type LateViews } from '#client/canvas/lateViews.ts';
import { holdRemovals, type HeldRemoval } from '#client/canvas/removal/holdRemovals.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { TrialMap, type Fall } from '#client/panels/removal/lossesOf.ts';
import { RemoveAsk } from '#client/panels/removal/RemoveAsk.tsx';
import { lossWords } from '#client/panels/snapshots/lossWords.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { MountedCanvas } from './ViewsOnCanvas.tsx';
import styles from './AsksOnCanvas.module.css';

export interface RemovalQuestion {
  readonly held: HeldRemoval | null;
  readonly close: () => void;
}

/** Holds deletions back. Apart from the question, which stands elsewhere where the window becomes narrow. */
export function useHeldRemoval(canvas: MountedCanvas): RemovalQuestion {
  const { boardMap } = useBoardMap();
  const [held, setHeld] = useState<HeldRemoval | null>(null);
  const editor = canvas?.editor ?? null;
  useEffect(() => {
    if (editor === null) return undefined;
    const isMuch = (removal: HeldRemoval): boolean =>
      !boardMap.readOnly() && (removal.things > 1 || isMoreThanOne(lossesOf(boardMap.map(), removal)));
    const stop = holdRemovals({ editor, isMuch, onHeld: setHeld });
    return () => {
      stop();
      setHeld(null);
    };
  }, [editor, boardMap]);
  const close = useCallback(() => {
    setHeld(null);
    editor?.focus();
  }, [editor]);
  return { held, close };
}

export function RemovalOnCanvas({ held, close }: RemovalQuestion) {
  const { t, i18n } = useTranslation();
  const { boardMap } = useBoardMap();
  if (held === null) return null;
  const { counts, unplaced } = lossesOf(boardMap.map(), held);
  const list = lossWords({ ...counts, ...(held.drawings > 0 ? { drawings: held.drawings } : {}) }, t, i18n.language);
  return (
    <InTurn as="question">
      <div className={styles['ask']}>
        <RemoveAsk
          question={t('snapshots.askRemove', { count: held.things })}
          consequences={[
            ...(list === '' ? [] : [t('snapshots.removes', { list })]),
            ...(unplaced === 0
              ? []
              : [t('map.goesWith.after', { list: t('map.goesWith.unplaced', { count: unplaced }) })]),
          ]}
          onRemove={() => {
            held.remove();
            close();
          }}
          onCancel={close}
        />
      </div>
    </InTurn>
  );
}

function lossesOf(map: PartnershipMap, removal: HeldRemoval): Fall {
  const trial = new TrialMap(map);
  const views: LateViews = lateViews;
  for (const { name, shape } of removal.shapes) views[name].remove(shape, trial);
  return trial.fall();
}

/** A place that goes with its card, or a card that leaves its interest, is one thing. */
function isMoreThanOne({ counts, unplaced }: Fall): boolean {
  const { placements = 0, ...others } = counts;
  const things = Object.values(others).reduce((sum, count) => sum + count, 0);
  return things > 1 || (things === 1 && placements + unplaced > 0);
}
