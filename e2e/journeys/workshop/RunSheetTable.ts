/** The six of the 90-minute journey: one leads; of the others one is on a phone, and one has keys alone. */
import { keys, finger } from '../../pages/hands.ts';
import { Presses } from '../../pages/Presses.ts';
import { WorkshopPerson } from '../../pages/WorkshopPerson.ts';
import { type JoinOptions, type LinkRole, phone } from '../../people.ts';
import type { BoardScreen } from '../../pages/BoardScreen.ts';
import type { ServerProcess } from '../../ServerProcess.ts';
import { PlayedWorkshop } from './PlayedWorkshop.ts';

type Join = (role: LinkRole, name: string, options?: JoinOptions) => Promise<BoardScreen>;

export interface RunSheetTable {
  readonly workshop: PlayedWorkshop;
  readonly maya: WorkshopPerson;
  readonly jordan: WorkshopPerson;
  readonly amina: WorkshopPerson;
  readonly sam: WorkshopPerson;
  readonly ines: WorkshopPerson;
  readonly lee: WorkshopPerson;
  readonly others: readonly WorkshopPerson[];
  /** of those who do without a mouse */
  readonly handsOf: Readonly<Record<'ines' | 'lee', Presses>>;
}

export const names = ['Maya Okafor', 'Jordan Tate', 'Amina Reyes', 'Sam Ortega', 'Lee Novak', 'Ines Marsh'] as const;

export async function seatTable(join: Join, server: ServerProcess): Promise<RunSheetTable> {
  // who leads and one more see what moves: six of them take a machine without a graphics card most of its time
  const still: JoinOptions = { profile: { reducedMotion: 'reduce' } };
  const maya = new WorkshopPerson(await join('facilitator', 'Maya Okafor'));
  const presses = await Presses.of(maya.page);
  const jordan = new WorkshopPerson(await join('participant', 'Jordan Tate'));
  const amina = new WorkshopPerson(await join('participant', 'Amina Reyes', still));
  const sam = new WorkshopPerson(await join('participant', 'Sam Ortega', still));
  const lee = new WorkshopPerson(await join('participant', 'Lee Novak', still), keys);
  const onPhone: JoinOptions = { profile: { ...phone, reducedMotion: 'reduce' } };
  const ines = new WorkshopPerson(await join('participant', 'Ines Marsh', onPhone), finger);
  const handsOf = { ines: await Presses.of(ines.page), lee: await Presses.of(lee.page) };
  const others = [jordan, amina, sam, lee, ines];
  const workshop = new PlayedWorkshop(server, { lead: maya, others, presses });
  return { workshop, maya, jordan, amina, sam, lee, ines, others, handsOf };
}
