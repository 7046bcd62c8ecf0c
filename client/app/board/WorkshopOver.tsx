/** What the workshop does to a board's page: each step brings its view, what people take part in opens for them; signs of others pass. */
import { useEffect, useRef } from 'react';
import { PartBoundary } from '#client/app/PartBoundary.tsx';
import { useChoices, useMedia } from '#client/app/useChoices.ts';
import { useBoard, useCanvas } from '#client/board/BoardContext.ts';
import { noCanvas } from '#client/board/CanvasPort.ts';
import { useActivityBegin } from '#client/facilitation/activities/useActivityBegin.ts';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { HandsSaid } from '#client/facilitation/hands/HandsSaid.tsx';
import { useHandKey } from '#client/facilitation/hands/useHandKey.ts';
import { panelOfStep } from '#client/facilitation/steps/panelOfStep.ts';
import { useStepBegin } from '#client/facilitation/steps/useStepBegin.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { hasDraftInSight } from '#client/drafts/hasDraftInSight.ts';
import { hasUnsentWords } from '#client/ui/focus/hasUnsentWords.ts';
import { BigOver } from '#client/room/big/BigOver.tsx';
import { TimerSaid } from '#client/facilitation/timer/TimerSaid.tsx';
import { isWriting } from '#client/ui/focus/isWriting.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { isSealed } from '#shared/wire/StepActivity.ts';

/** Beside a narrower canvas a panel that opens by itself would hide it. */
const roomForPanel = '(min-width: 900px)';

export function WorkshopOver() {
  const { screen } = useBoard();
  const canvas = useCanvas();
  const hasRoom = useMedia(roomForPanel);
  const { singleLetters } = useChoices();
  const { role } = useWorkshop();
  const { stage } = useWorkshopState();
  const stageBefore = useRef(stage);
  useEffect(() => {
    if (stage !== null && stage !== stageBefore.current) canvas.showStage(stage);
    stageBefore.current = stage;
  }, [canvas, stage]);
  useHandKey(singleLetters);
  // Whoever writes just now keeps what they write in; there is a button for the rest.
  const drafts = useDrafts();
  const isBusy = (): boolean =>
    canvas.isWriting() || isWriting() || hasUnsentWords() || hasDraftInSight(document, drafts);
  const takesPart = role === 'participant';
  const leads = mayDo(role, 'administer');
  useStepBegin(canvas !== noCanvas, (step) => {
    const { view, stage: lit, activity } = step;
    const panel = panelOfStep(step);
    if (view === 'cycle' && lit !== null) canvas.showStage(lit);
    else if (view === 'frame' || view === 'goal' || view === 'cycle') canvas.showPart(view);
    if (isBusy()) return;
    if (takesPart && activity !== null && isSealed(activity)) screen.bring('workshop');
    else if (panel !== null && hasRoom) screen.bring(panel);
    else if (leads && (hasRoom || screen.state().panel !== null)) screen.bring('workshop');
  });
  useActivityBegin(() => {
    if (takesPart && !isBusy()) screen.bring('workshop');
  });
  return (
    <>
      <HandsSaid />
      <TimerSaid />
      <PartBoundary>
        <BigOver isWriting={() => canvas.isWriting() || hasUnsentWords()} />
      </PartBoundary>
    </>
  );
}
