/** What of the workshop floats over the canvas: who leads the view, signs of others; and each step brings its view. */
import { useEffect, useRef } from 'react';
import { PartBoundary } from '#client/app/PartBoundary.tsx';
import { useChoices, useMedia } from '#client/app/useChoices.ts';
import { useBoard, useCanvas } from '#client/board/BoardContext.ts';
import { noCanvas } from '#client/board/CanvasPort.ts';
import { RevealLands } from '#client/facilitation/ideas/RevealLands.tsx';
import { ReactionsSeen } from '#client/facilitation/reactions/ReactionsSeen.tsx';
import { SpotlightAsk } from '#client/facilitation/spotlight/SpotlightAsk.tsx';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { HandsSaid } from '#client/facilitation/hands/HandsSaid.tsx';
import { useHandKey } from '#client/facilitation/hands/useHandKey.ts';
import { panelOfStep } from '#client/facilitation/steps/panelOfStep.ts';
import { useStepBegin } from '#client/facilitation/steps/useStepBegin.ts';
import { hasUnsentWords } from '#client/ui/focus/hasUnsentWords.ts';
import { BigOver } from '#client/room/big/BigOver.tsx';
import { TimeUp } from '#client/facilitation/timer/TimeUp.tsx';
import { isWriting } from '#client/ui/focus/isWriting.ts';

/** Beside a narrower canvas a panel that opens by itself would hide it. */
const roomForPanel = '(min-width: 900px)';
/** Here a panel covers most of the canvas. */
const panelCovers = '(max-width: 599px)';

export function WorkshopOver() {
  const { screen } = useBoard();
  const canvas = useCanvas();
  const hasRoom = useMedia(roomForPanel);
  const isCovered = useMedia(panelCovers);
  const { singleLetters } = useChoices();
  const { stage } = useWorkshopState();
  const stageBefore = useRef(stage);
  useEffect(() => {
    if (stage !== null && stage !== stageBefore.current) canvas.showStage(stage);
    stageBefore.current = stage;
  }, [canvas, stage]);
  useHandKey(singleLetters);
  useStepBegin(canvas !== noCanvas, (step) => {
    const { view, stage: lit } = step;
    const panel = panelOfStep(step);
    if (view === 'cycle' && lit !== null) canvas.showStage(lit);
    else if (view === 'frame' || view === 'goal' || view === 'cycle') canvas.showPart(view);
    // Whoever writes just now keeps their panel; the step's card has a button for it.
    else if (panel !== null && hasRoom && !isWriting()) screen.open(panel);
  });
  return (
    <>
      <HandsSaid />
      <ReactionsSeen />
      <TimeUp />
      <PartBoundary>
        <BigOver isWriting={() => canvas.isWriting() || hasUnsentWords()} />
      </PartBoundary>
      <RevealLands onClear={() => isCovered && screen.open(null)} />
      <SpotlightAsk />
    </>
  );
}
