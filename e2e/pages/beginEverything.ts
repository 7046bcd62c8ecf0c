/** A workshop in which everything happens at once that can reach a participant, as one facilitator's program would begin it. */
import * as v from 'valibot';
import { PersonId } from '#shared/wire/ids.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import type { OpenActivity } from '#shared/wire/SealedRequest.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import type { BoardApi } from '../BoardApi.ts';

/** `later` = titles of further steps. */
export async function beginEverything(
  api: BoardApi,
  board: BoardCreated,
  later: readonly string[] = [],
): Promise<void> {
  const { seat, person } = await api.join(board, 'facilitator', 'Maya Okafor');
  const step = {
    id: 'goal',
    title: 'What we want to reach',
    minutes: 20,
    instruction: 'Read the goal. Say what you would miss, and what you would take out. One sentence each.',
    view: 'free',
    stage: null,
    tools: null,
    activity: null,
  } as const;
  const commands: readonly WorkshopCommand[] = [
    { do: 'setAgenda', agenda: [step, ...later.map((title) => ({ ...step, id: title, title }))], from: 0 },
    { do: 'goToStep', step: step.id },
    { do: 'askReady', question: 'Are you ready for the next part?' },
    { do: 'spotlight', person: v.parse(PersonId, person), firm: false, place: null },
  ];
  for (const [n, command] of commands.entries())
    await api.call('POST', `/api/boards/${board.id}/session`, { id: `everything-${n}`, command }, seat);
  const rounds: readonly OpenActivity[] = [
    {
      kind: 'ideas',
      id: 'ideas00000000000',
      prompt: 'What would help most?',
      named: false,
      target: { kind: 'sheet' },
    },
    {
      kind: 'vote',
      id: 'vote000000000000',
      question: 'What comes first?',
      options: ['Schools', 'Housing'].map((label, n) => ({ id: `o${n}`, label, ref: null })),
      dots: 3,
      cap: 2,
      abstain: true,
    },
    { kind: 'pulse', id: 'pulse00000000000', abstain: true },
  ];
  for (const round of rounds) await api.call('POST', `/api/boards/${board.id}/rounds`, round, seat);
}
