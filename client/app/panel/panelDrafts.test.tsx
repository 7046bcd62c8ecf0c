// @vitest-environment jsdom
/** Every form in which somebody writes: what stands in it is there again when the form comes back. */
import { act, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { ReadyPart } from '#client/facilitation/ready/ReadyPart.tsx';
import { StartIdeas } from '#client/facilitation/ideas/StartIdeas.tsx';
import { TimerPart } from '#client/facilitation/timer/TimerPart.tsx';
import { StartVote } from '#client/facilitation/vote/StartVote.tsx';
import { cast, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
import { ActionsPanel } from '#client/panels/actions/ActionsPanel.tsx';
import { ParkingLot } from '#client/panels/actions/ParkingLot.tsx';
import { NewNote } from '#client/panels/cycle/NewNote.tsx';
import { RoundEnd } from '#client/panels/cycle/RoundEnd.tsx';
import { AcceptForm } from '#client/panels/findings/AcceptForm.tsx';
import { ActionForm } from '#client/panels/findings/ActionForm.tsx';
import { FindingsPanel } from '#client/panels/findings/FindingsPanel.tsx';
import { MeasurementParts } from '#client/panels/inspector/MeasurementParts.tsx';
import { KeepForm } from '#client/panels/snapshots/KeepForm.tsx';
import { useMap } from '#client/map/MapContext.ts';
import { Drafts } from '#client/drafts/Drafts.ts';

let shown: ShownWorkshop;
afterEach(() => shown.close());
const nothing = (): void => {};
let id = 0;

const forms: ReadonlyArray<readonly [string, () => ReactNode, string]> = [
  ['a parked question', () => <ParkingLot />, 'input'],
  ['a note of the cycle', () => <NewNote round={1} stage="solution_finding" asked="" />, 'textarea'],
  [
    'why a finding is accepted',
    () => <AcceptForm name="accept.x" refused={null} onAccept={nothing} onClose={nothing} />,
    'input',
  ],
  ['an action', () => <ActionForm source="session" onClose={nothing} />, 'textarea'],
  ['a number', () => <MeasurementParts indicator="indicator-1" />, 'input'],
  ['a snapshot', () => <KeepForm keep={async () => ({ ok: true, value: null })} onKept={nothing} />, 'input'],
  ['a question to all', () => <ReadyPart />, 'input'],
  ['minutes', () => <TimerPart />, 'input'],
  ['what people shall write about', () => <StartIdeas newId={() => 'x'} onDone={nothing} />, 'input'],
  ['what is voted on', () => <StartVote newId={() => `r${(id += 1)}`} onDone={nothing} />, 'input'],
  ['an option of a vote', () => <StartVote newId={() => `r${(id += 1)}`} onDone={nothing} />, 'ol input'],
];

describe('forms', () => {
  it.each(forms)('[DRAFT-1] %s is there again', async (_, form, selector) => {
    const drafts = new Drafts(null, { board: 'b', person: 'p' });
    shown = await showWorkshop(cast.maya, form(), { drafts });
    const field = () => shown.place.querySelector<HTMLInputElement>(selector);
    shown.type(field(), 'half a thou');
    shown.close();
    shown = await showWorkshop(cast.maya, form(), { drafts });
    expect(field()?.value).toBe('half a thou');
  });

  it('[DRAFT-1] an open form comes back open, and not once it was sent or given up', async () => {
    const drafts = new Drafts(null, { board: 'b', person: 'p' });
    shown = await showWorkshop(cast.maya, <ActionsPanel />, { drafts });
    shown.click(shown.button('New action'));
    shown.type(shown.place.querySelector('form textarea'), 'Call the school');
    shown.close();
    shown = await showWorkshop(cast.maya, <ActionsPanel />, { drafts });
    shown.click(shown.button('Add action'));
    expect(shown.boardMap.map().actions.map(({ title }) => title)).toContain('Call the school');
    expect(drafts.all().size).toBe(0);
  });

  it('[DRAFT-1] focus and caret come back with the field, unless the person went elsewhere', async () => {
    shown = await showWorkshop(
      cast.maya,
      <>
        <ReadyPart />
        <button>elsewhere</button>
      </>,
    );
    const field = () => shown.place.querySelector('input');
    const interrupt = (between: () => void): void => {
      shown.asks(cast.maya, { do: 'askReady', question: 'Done?' });
      expect(field()).toBeNull();
      between();
      shown.asks(cast.maya, { do: 'endReady' });
    };
    shown.type(field(), 'Shall we?');
    field()?.setSelectionRange(3, 5);
    interrupt(nothing);
    expect(document.activeElement).toBe(field());
    expect([field()?.selectionStart, field()?.selectionEnd]).toEqual([3, 5]);
    interrupt(() => shown.button('elsewhere')?.focus());
    expect(document.activeElement).toBe(shown.button('elsewhere'));
    expect(field()?.value).toBe('Shall we?');
  });
});

function LastRound() {
  const round = useMap().iterations.at(-1);
  return round === undefined ? null : <RoundEnd round={round} onRound={nothing} />;
}

describe('words that cannot be sent any more', () => {
  it('[DRAFT-3] the sentence of a round that somebody else closes is offered to its writer', async () => {
    shown = await showWorkshop(cast.maya, <LastRound />);
    act(() => void shown.boardMap.run({ type: 'startRound', fields: {} }));
    shown.draw();
    shown.click(shown.button('Close this round…'));
    shown.type(shown.place.querySelector('textarea'), 'Buses come firs');
    const newest = shown.boardMap.map().iterations.at(-1);
    act(() => void shown.boardMap.run({ type: 'closeRound', id: newest?.id ?? '' }));
    shown.draw();
    expect(shown.place.querySelector('blockquote')?.textContent).toBe('Buses come firs');
    shown.click(shown.button('Throw away'));
    expect(shown.place.querySelector('blockquote')).toBeNull();
  });

  it('[DRAFT-3] an action from a finding that somebody else solves can be added all the same', async () => {
    const drafts = new Drafts(null, { board: 'b', person: 'p' });
    drafts.keep('finding.GOAL-1.goal', 'action');
    drafts.keep('action.finding:GOAL-1:goal', { title: 'Write the go', owner: '', due: '' });
    shown = await showWorkshop(cast.maya, <FindingsPanel onCoverage={nothing} />, { drafts });
    expect(shown.place.textContent).toContain('This finding is solved by now.');
    shown.click(shown.button('Add action'));
    expect(shown.boardMap.map().actions.at(-1)).toMatchObject({ title: 'Write the go', source: 'finding:GOAL-1:goal' });
    expect(shown.drafts.all().size).toBe(0);
  });
});
