/** What of the workshop floats over the canvas: who leads the view, signs of others; and each step brings its view. */
import { useEffect, useRef } from 'react';
import { useChoices, useMedia } from '#client/app/useChoices.ts';
import { noCanvas, type CanvasView } from '#client/map/CanvasView.ts';
import { RevealLands } from '#client/facilitation/ideas/RevealLands.tsx';
import { ReactionsSeen } from '#client/facilitation/reactions/ReactionsSeen.tsx';
import { SpotlightAsk } from '#client/facilitation/spotlight/SpotlightAsk.tsx';
import { useSession } from '#client/facilitation/WorkshopContext.ts';
import { HandsSaid } from '#client/facilitation/hands/HandsSaid.tsx';
import { useHandKey } from '#client/facilitation/hands/useHandKey.ts';
import { panelOfStep } from '#client/facilitation/steps/panelOfStep.ts';
import { useStepBegin } from '#client/facilitation/steps/useStepBegin.ts';
import { TimeUp } from '#client/facilitation/timer/TimeUp.tsx';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import { isWriting } from '#client/ui/focus/isWriting.ts';
import type { PanelName } from '#client/app/panel/BoardPanel.tsx';

export interface WorkshopOverProps {
  readonly people: readonly PersonHere[];
  readonly canvas: CanvasView;
  readonly followed: string | null;
  readonly onFollow: (person: string | null) => void;
  readonly onPanel: (name: PanelName | null) => void;
}

/** Beside a narrower canvas a panel that opens by itself would hide it. */
const roomForPanel = '(min-width: 900px)';
/** Here a panel covers most of the canvas. */
const panelCovers = '(max-width: 599px)';

export function WorkshopOver({ people, canvas, followed, onFollow, onPanel }: WorkshopOverProps) {
  const hasRoom = useMedia(roomForPanel);
  const isCovered = useMedia(panelCovers);
  const { singleLetters } = useChoices();
  const { stage } = useSession();
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
    else if (panel !== null && hasRoom && !isWriting()) onPanel(panel);
  });
  return (
    <>
      <HandsSaid />
      <ReactionsSeen />
      <TimeUp />
      <RevealLands canvas={canvas} followed={followed} onClear={() => isCovered && onPanel(null)} />
      <SpotlightAsk people={people} canvas={canvas} followed={followed} onFollow={onFollow} />
    </>
  );
}
