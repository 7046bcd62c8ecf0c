/** What a facilitator can choose for the room's screen, beside following the step: what is on the board, and results that are there. Pure. */
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { type BigSheet, isBigSheet, type RoomView } from '#shared/wire/showing/views.ts';
import { resultOf } from '#client/room/shown/automaticView.ts';
import type { RoomFacts } from '#client/room/shown/roomFacts.ts';

export interface ViewChoice {
  readonly view: RoomView;
  /** of the sheet or the vote, where there may be several; null: the kind says it */
  readonly title: string | null;
}

export function viewChoices(facts: RoomFacts, activities: readonly SealedActivity[]): readonly ViewChoice[] {
  const { sheets, round, interests, actions } = facts;
  const results = activities.filter(
    ({ status, kind }) => status !== 'open' && status !== 'discarded' && kind !== 'ideas',
  );
  const plain = (view: RoomView): ViewChoice => ({ view, title: null });
  return [
    plain({ kind: 'question' }),
    plain({ kind: 'frame' }),
    ...(round === null ? [] : [plain({ kind: 'cycle' })]),
    ...sheets.map(({ sheet }): ViewChoice => ({
      view: { kind: 'sheet', sheet: sheet.id, page: 0 },
      title: sheet.question,
    })),
    ...results.map((one): ViewChoice => ({ view: resultOf(one), title: one.kind === 'vote' ? one.question : null })),
    ...(interests.length === 0 ? [] : [plain({ kind: 'coverage', page: 0 })]),
    plain({ kind: 'comparison', page: 0 }),
    ...(actions.length === 0 ? [] : [plain({ kind: 'actions', page: 0 })]),
    plain({ kind: 'join' }),
  ];
}

export function bigChoices(
  choices: readonly ViewChoice[],
): readonly { readonly sheet: BigSheet; readonly title: string | null }[] {
  return choices.flatMap(({ view, title }) => (isBigSheet(view) ? [{ sheet: view, title }] : []));
}

/** The same choice, whichever of its parts or pages is shown. */
export function isChoice(choice: RoomView, shown: RoomView): boolean {
  if (choice.kind === 'frame') return shown.kind === 'frame' || shown.kind === 'interest';
  if (choice.kind === 'cycle') return shown.kind === 'cycle' || shown.kind === 'stage';
  if (choice.kind === 'sheet')
    return (shown.kind === 'sheet' || shown.kind === 'group') && shown.sheet === choice.sheet;
  if ('activity' in choice) return 'activity' in shown && shown.activity === choice.activity;
  return choice.kind === shown.kind;
}
