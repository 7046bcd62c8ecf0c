/** Puts into effect on this page what the running workshop lets a participant change, on the canvas and in all panels. */
import { Lock } from '#client/ui/icons/Lock.tsx';
import { use, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepPermits } from '#client/canvas/limits/keepPermits.ts';
import { PermitsContext } from '#client/map/PermitsContext.ts';
import { useActRefusal } from '#client/map/useActRefusal.ts';
import { permitsSignal } from '#client/canvas/limits/permitsSignal.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import type { MountedCanvas } from './ViewsOnCanvas.tsx';
import styles from './PermitsOnBoard.module.css';

/** Long enough to read it; the screen reader has it anyway. */
const shownMs = 4_000;

export function PermitsOnBoard({ canvas }: { readonly canvas: MountedCanvas }) {
  const { t } = useTranslation();
  const permits = use(PermitsContext);
  const refusalOf = useActRefusal();
  const { boardMap, spoken } = useBoardMap();
  const signal = useMemo(() => permitsSignal(), []);
  const [hint, setHint] = useState<{ readonly refusal: PermitRefusal } | null>(null);
  useEffect(() => signal.set(permits), [signal, permits]);
  useEffect(() => {
    if (refusalOf === null) return undefined;
    boardMap.setPermit((map, changes) => {
      const refusal = refusalOf(map, changes);
      // whoever asked says it; on the canvas it is seen nowhere else
      if (refusal !== null) setHint({ refusal });
      return refusal;
    });
    return () => boardMap.setPermit(null);
  }, [boardMap, refusalOf]);
  const onRefused = useCallback(
    (refusal: PermitRefusal) => {
      spoken.say(t(`map.refused.${refusal}`));
      setHint({ refusal });
    },
    [spoken, t],
  );
  useEffect(() => {
    if (hint === null) return undefined;
    const timer = setTimeout(() => setHint(null), shownMs);
    return () => clearTimeout(timer);
  }, [hint]);
  const editor = canvas?.editor ?? null;
  useEffect(() => {
    if (editor === null) return undefined;
    return keepPermits({ editor, permits: signal.get, onRefused });
  }, [editor, signal, onRefused]);
  if (hint === null) return null;
  return (
    <div className={styles['hint']} aria-hidden="true">
      <Lock />
      {t(`map.refused.${hint.refusal}`)}
    </div>
  );
}
