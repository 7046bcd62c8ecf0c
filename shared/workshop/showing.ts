/** What a command makes of what is shown to all; null where nothing changes. */
import type { Showing } from '#shared/wire/showing/Showing.ts';
import type { BigSheet } from '#shared/wire/showing/views.ts';
import type { RefusalCode } from '#shared/wire/refusals.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';

type Shown = Pick<WorkshopState, 'showing'>;

const names = ['showInRoom', 'showBig', 'closeBig', 'showCode', 'setWifi'] as const;
export type ShowingCommand = Extract<WorkshopCommand, { readonly do: (typeof names)[number] }>;

interface Asked {
  readonly person: { readonly id: string };
  readonly nowMs: number;
}

export function isOfShowing(command: WorkshopCommand): command is ShowingCommand {
  return names.some((name) => name === command.do);
}

export function changeShowing(
  session: Shown,
  command: ShowingCommand,
  { person, nowMs }: Asked,
): Shown | RefusalCode | null {
  const { big, wifi } = session.showing;
  switch (command.do) {
    case 'showInRoom':
      return show(session, { room: command.view });
    case 'showBig':
      return showsBig(session, { sheet: command.sheet, at: nowMs, by: person.id });
    case 'closeBig':
      return (command.at ?? big?.at) === big?.at ? show(session, { big: null }) : null;
    case 'showCode':
      return show(session, { code: command.on });
    case 'setWifi':
      // two who wrote the same are of one mind
      return command.from === wifi || command.line === wifi ? show(session, { wifi: command.line }) : 'wifi-moved';
  }
}

function show({ showing }: Shown, change: Partial<Showing>): Shown | null {
  const next = { ...showing, ...change };
  return isSame(next, showing) ? null : { showing: next };
}

/**
 * Turning a page of what stands there already keeps the moment at which it was opened, and who opened it: whoever put it away is
 * left in peace.
 */
function showsBig(session: Shown, next: NonNullable<Showing['big']>): Shown | null {
  const { big } = session.showing;
  const isTurned = big !== null && isOneThing(big.sheet, next.sheet);
  return show(session, { big: isTurned ? { ...big, sheet: next.sheet } : next });
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
