/** The canvas behind its fence: when it breaks, the bar, the line and the panels go on, and it can be opened again. */
import './canvasColors.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoundCanvas, type BoundCanvasProps } from '#client/binding/BoundCanvas.tsx';
import { canvasView } from '#client/canvas/canvasView.ts';
import { isOfMap, useCycleParts } from '#client/canvas/cycle/useCycleParts.ts';
import { useFrameParts } from '#client/canvas/frame/useFrameParts.tsx';
import { SignsContext } from '#client/canvas/SignsContext.ts';
import { FrameWordsContext, useNewFrameWords } from '#client/canvas/frame/useFrameWords.ts';
import { mapOrigins } from '#client/map/mapOrigin.ts';
import type { PlacedPicture } from '#client/canvas/placePicture.ts';
import { failureOf } from '#client/connection/api/failureOf.ts';
import { shelfName } from '#client/connection/copy/copyDisk.ts';
import { pictureShelf } from '#client/connection/copy/pictureShelf.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { SetAside } from '#client/binding/CanvasView.ts';
import type { BoardView } from '#client/connection/BoardView.ts';
import type { PresencePort } from '#client/connection/sync/PresencePort.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { noCanvas, type CanvasView } from '#client/map/CanvasView.ts';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import { FailedPart } from '#client/app/FailedPart.tsx';
import { FrameOnCanvas, type MountedCanvas } from './FrameOnCanvas.tsx';
import { PermitsOnBoard } from './PermitsOnBoard.tsx';
import { useLateParts, useServices } from '#client/app/Services.ts';
import { useAppearance, useChoices } from '#client/app/useChoices.ts';

export interface BoardCanvasProps {
  readonly board: string;
  readonly me: VisitedBoard;
  readonly view: BoardView;
  readonly presence: PresencePort;
  readonly followed: string | null;
  readonly onStopFollowing: () => void;
  readonly onRefused: (code: Failure) => void;
  readonly onUnshown: (records: readonly SetAside[]) => void;
  readonly onKept: BoundCanvasProps['onKept'];
  readonly onEndsGone: (arrows: number) => void;
  readonly onWaitingPictures: (count: number) => void;
  /** This document is of a newer program. */
  readonly onNewer: (doc: BoardView['doc']) => void;
  /** The camera, once there is a canvas, and when it is gone. */
  readonly onView: (view: CanvasView) => void;
}

export function BoardCanvas({
  board,
  me,
  view,
  presence,
  followed,
  onStopFollowing,
  onRefused,
  onUnshown,
  onKept,
  onEndsGone,
  onWaitingPictures,
  onNewer,
  onView,
}: BoardCanvasProps) {
  const { t } = useTranslation();
  const { api, report } = useServices();
  const parts = useLateParts();
  const paste = useMemo(() => (parts === null ? null : <parts.Paste />), [parts]);
  const signs = useMemo(() => (parts === null ? null : <parts.Signs />), [parts]);
  const { language, singleLetters } = useChoices();
  const appearance = useAppearance();
  const additions = useCycleParts(useFrameParts());
  const words = useNewFrameWords();
  const [canvas, setCanvas] = useState<MountedCanvas>(null);
  useEffect(() => {
    if (canvas === null) {
      onView(noCanvas);
      return undefined;
    }
    const shown = canvasView(canvas.editor);
    onView(shown);
    return () => shown.close();
  }, [canvas, onView]);
  const upload = useCallback((picture: Blob) => api.upload(board, me.seat, picture), [api, board, me.seat]);
  const fetchAsset = useCallback((asset: string) => api.asset(board, me.seat, asset), [api, board, me.seat]);
  const shelf = useMemo(
    () =>
      typeof indexedDB === 'undefined' ? null : pictureShelf<PlacedPicture>(indexedDB, shelfName(board, me.person)),
    [board, me.person],
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
        <SignsContext value={signs}>
          <BoundCanvas
            doc={view.doc}
            presence={presence}
            readOnly={!view.mayEdit}
            upload={upload}
            fetchAsset={fetchAsset}
            pictureShelf={shelf}
            isLive={view.line.kind === 'live'}
            onWaitingPictures={onWaitingPictures}
            report={report}
            colorScheme={appearance === 'dark' ? 'dark' : 'light'}
            language={language}
            singleLetters={singleLetters}
            followed={followed}
            onStopFollowing={onStopFollowing}
            onRefused={(code) => onRefused(failureOf(code))}
            onSetAside={onUnshown}
            onKept={onKept}
            onEndsGone={onEndsGone}
            onNewer={() => onNewer(view.doc)}
            mapOrigins={mapOrigins}
            isElsewhere={isOfMap}
            additions={additions}
            onReady={setCanvas}
          >
            {paste}
          </BoundCanvas>
        </SignsContext>
      </FrameWordsContext>
      <FrameOnCanvas canvas={canvas} />
      <PermitsOnBoard canvas={canvas} />
      {parts !== null && <parts.AsksOnCanvas canvas={canvas} />}
      {parts !== null && <parts.WordsOnCanvas canvas={canvas} />}
    </ErrorBoundary>
  );
}
