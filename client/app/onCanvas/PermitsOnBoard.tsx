/** Puts into effect on this page what the running workshop lets a participant change, on the canvas and in all panels. */
import { use, useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { keepPermits } from '#client/canvas/limits/keepPermits.ts';
import { PermitsContext } from '#client/map/PermitsContext.ts';
import { useActRefusal } from '#client/map/useActRefusal.ts';
import { permitsSignal } from '#client/canvas/limits/permitsSignal.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import type { MountedCanvas } from './ViewsOnCanvas.tsx';

export function PermitsOnBoard({ canvas }: { readonly canvas: MountedCanvas }) {
  const { t } = useTranslation();
  const permits = use(PermitsContext);
  const refusalOf = useActRefusal();
  const { boardMap, spoken } = useBoardMap();
  const signal = useMemo(() => permitsSignal(), []);
  const { screen } = useBoard();
  useEffect(() => signal.set(permits), [signal, permits]);
  useEffect(() => {
    if (refusalOf === null) return undefined;
    boardMap.setPermit((map, changes) => {
      const refusal = refusalOf(map, changes);
      // whoever asked says it; on the canvas it is seen nowhere else
      if (refusal !== null) screen.change({ hint: { text: t(`map.refused.${refusal}`), isLimit: true } });
      return refusal;
    });
    return () => boardMap.setPermit(null);
  }, [boardMap, refusalOf, screen, t]);
  const onRefused = useCallback(
    (refusal: PermitRefusal) => {
      const text = t(`map.refused.${refusal}`);
      spoken.say(text);
      screen.change({ hint: { text, isLimit: true } });
    },
    [screen, spoken, t],
  );
  const editor = canvas?.editor ?? null;
  useEffect(() => {
    if (editor === null) return undefined;
    return keepPermits({ editor, permits: signal.get, onRefused });
  }, [editor, signal, onRefused]);
  return null;
}
