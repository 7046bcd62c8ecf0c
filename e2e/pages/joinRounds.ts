/** Two facilitators and two participants, one of them on a phone, each with the rounds before them. */
import type { JoinOptions, LinkRole } from '../people.ts';
import type { BoardScreen } from './BoardScreen.ts';
import { RoundsView } from './RoundsView.ts';

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

type Join = (role: LinkRole, name: string, options?: JoinOptions) => Promise<BoardScreen>;

export async function joinRounds(join: Join) {
  const maya = await join('facilitator', 'Maya Okafor');
  const fay = await join('facilitator', 'Fay Lindqvist');
  const jordan = await join('participant', 'Jordan Tate');
  const ines = await join('participant', 'Ines Marsh', { profile: phone });
  const view = ({ page }: BoardScreen): RoundsView => new RoundsView(page);
  return { maya, fay, jordan, ines, a: view(maya), b: view(jordan), c: view(ines), f: view(fay) };
}
