/** The canvas behind its fence: when it breaks, the bar, the line and the panels go on, and it can be opened again. */
import './canvasColors.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoundCanvas } from '#client/binding/BoundCanvas.tsx';
import { isOfMap } from '#client/canvas/projected/isOfMap.ts';
import { useViewParts } from '#client/canvas/useViewParts.tsx';
import { LateCanvasContext } from '#client/canvas/LateCanvasContext.ts';
import { FrameWordsContext, useNewFrameWords } from '#client/canvas/frame/useFrameWords.ts';
import { mapOrigins } from '#client/map/mapOrigin.ts';
import type { PlacedPicture } from '#client/canvas/images/placePicture.ts';
import { failureOf } from '#client/connection/api/failureOf.ts';
import { shelfName } from '#client/connection/copy/copyDisk.ts';
import { imageShelf } from '#client/connection/copy/imageShelf.ts';
import type { PresencePort } from '#client/connection/sync/PresencePort.ts';
import { useBoard, useBoardView, useFollowed } from '#client/board/BoardContext.ts';
import { noCanvas } from '#client/board/CanvasPort.ts';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import { FailedPart } from '#client/app/FailedPart.tsx';
import { useLateCanvas } from './useLateCanvas.tsx';
import { ViewsOnCanvas, type MountedCanvas } from './ViewsOnCanvas.tsx';
import { useLateParts, useServices } from '#client/app/Services.ts';
import { useAppearance, useChoices } from '#client/app/useChoices.ts';

/** In an earlier moment nobody is, and nobody sees where one looks. */
const nobodyHere: PresencePort = { set: () => {}, subscribe: () => () => {} };

export function BoardCanvas() {
  const { t } = useTranslation();
  const { report } = useServices();
  const { id: board, person, server, connection, screen, look } = useBoard();
  const view = useBoardView();
  const followed = useFollowed()?.id ?? null;
  const parts = useLateParts();
  const { language, singleLetters } = useChoices();
  const appearance = useAppearance();
  const additions = useViewParts();
  const words = useNewFrameWords();
  const [canvas, setCanvas] = useState<MountedCanvas>(null);
  const { paste, late } = useLateCanvas(canvas);
  useEffect(() => {
    if (canvas === null || parts === null) {
      screen.change({ canvas: noCanvas });
      return undefined;
    }
    const shown = parts.canvasView(canvas.editor);
    screen.change({ canvas: shown });
    return () => shown.close();
  }, [canvas, parts, screen]);
  const upload = useCallback((image: Blob) => server.upload(image), [server]);
  const fetchAsset = useCallback((asset: string) => server.asset(asset), [server]);
  const shelf = useMemo(
    () => (typeof indexedDB === 'undefined' ? null : imageShelf<PlacedPicture>(indexedDB, shelfName(board, person))),
    [board, person],
  );
  return (
    <ErrorBoundary
      key={view.doc.guid}
      onFault={report}
      renderFailed={(failed) => (
        <FailedPart title={t('board.canvasFailed')} hint={t('board.canvasFailedHint')} failed={failed} />
      )}
    >
      <FrameWordsContext value={words}>
        <LateCanvasContext value={late}>
          <BoundCanvas
            doc={view.doc}
            presence={look.looked === null ? connection.people : nobodyHere}
            readOnly={!view.mayEdit}
            upload={upload}
            fetchAsset={fetchAsset}
            pictureShelf={shelf}
            isLive={view.line.kind === 'live'}
            onWaitingPictures={(images) => {
              screen.change({ images });
              connection.copy.setImages(images);
            }}
            report={report}
            colorScheme={appearance === 'dark' ? 'dark' : 'light'}
            language={language}
            singleLetters={singleLetters}
            followed={followed}
            onStopFollowing={() => screen.follow(null)}
            onRefused={(code) => screen.refuse(failureOf(code))}
            onSetAside={(unshown) => screen.change({ unshown })}
            onKept={(what, direction) => screen.tellKept(what, direction)}
            onEndsGone={(arrows) => screen.tellEndsGone(arrows)}
            onNewer={() => screen.change({ newer: view.doc })}
            mapOrigins={mapOrigins}
            isElsewhere={isOfMap}
            additions={additions}
            onReady={setCanvas}
          >
            {paste}
          </BoundCanvas>
        </LateCanvasContext>
      </FrameWordsContext>
      <ViewsOnCanvas canvas={canvas} />
      {parts !== null && <parts.PermitsOnBoard canvas={canvas} />}
      {parts !== null && <parts.AsksOnCanvas canvas={canvas} />}
      {parts !== null && <parts.WordsOnCanvas canvas={canvas} />}
    </ErrorBoundary>
  );
}
