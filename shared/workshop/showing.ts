/** What a command makes of what is shown to all; null where nothing changes. */
import type { BigSheet, Showing } from '#shared/wire/Showing.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';

type Shown = Pick<WorkshopState, 'showing'>;

export function show({ showing }: Shown, change: Partial<Showing>): Shown | null {
  const next = { ...showing, ...change };
  return isSame(next, showing) ? null : { showing: next };
}

/** Turning a page of what stands there already keeps the moment at which it was opened: whoever put it away is left in peace. */
export function showsBig(session: Shown, sheet: BigSheet, nowMs: number): Shown | null {
  const { big } = session.showing;
  const isTurned = big !== null && isOneThing(big.sheet, sheet);
  return show(session, { big: { sheet, at: isTurned ? big.at : nowMs } });
}

/** Another step brings its own view: what was chosen for the one before goes with it. */
export function followsStep(session: Shown): Shown | null {
  return show(session, { room: null, big: null });
}

function isOneThing(before: BigSheet, after: BigSheet): boolean {
  const what = (sheet: BigSheet): string => sheet.kind + ('activity' in sheet ? sheet.activity : '');
  return what(before) === what(after);
}

function isSame(some: object, others: object): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
