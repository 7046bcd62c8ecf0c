/**
 * The two ready agendas. Their words are written into the agenda when a facilitator chooses one; from then on they are the
 * board's own text, to be changed like any other.
 */
import type { Step } from '#shared/wire/WorkshopState.ts';

export interface RunSheet {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly steps: readonly Step[];
}

const everything = null;
const frame: Step['tools'] = ['map', 'notes'];
const cycle: Step['tools'] = ['cycle', 'notes'];
const nothing: Step['tools'] = [];

type Plan = readonly [
  title: string,
  minutes: number,
  view: Step['view'],
  tools: Step['tools'],
  instruction: string,
  stage?: Step['stage'],
];

function steps(letter: string, plans: readonly Plan[]): readonly Step[] {
  return plans.map(([title, minutes, view, tools, instruction, stage = null], index) => ({
    id: `${letter}${index + 1}`,
    title,
    minutes,
    instruction,
    view,
    stage,
    tools,
  }));
}

const breakWords = 'A real break: away from the screen. We go on when the clock ends.';

export const runSheets: readonly RunSheet[] = [
  {
    id: 'needed',
    title: 'Who is needed for our goal?',
    summary: 'From a goal in one sentence to a map of who is missing, with a trust pulse and first actions.',
    minutes: 90,
    steps: steps('n', [
      [
        'Welcome',
        5,
        'frame',
        ['notes', 'draw'],
        'Why we are here, what is stored, and how answers stay anonymous. Find your place on the board and try one note.',
      ],
      [
        'Goal',
        10,
        'goal',
        frame,
        'Alone for 3 minutes: what is success, in numbers, and by when? Then all answers appear at once. Agree on the wording, or mark it as a draft.',
      ],
      [
        'Interests',
        20,
        'frame',
        frame,
        'Alone for 5 minutes: who helps, who hinders, who pays, who lives with it? Then all ideas appear at once: group them into 6 to 10 interests, and vote on which are essential.',
      ],
      [
        'Organizations and people',
        20,
        'frame',
        frame,
        'Place the organizations in the interests they stand for. Place your own token; add others by their role. Which part do you do here, and what could only you bring?',
      ],
      [
        'Coverage check',
        12,
        'coverage',
        ['map', 'actions', 'notes'],
        'We read the first findings aloud. Two minutes in pairs, then together: is it true? Why? What follows? Turn two or three of them into actions, or accept them with a reason.',
      ],
      [
        'One question of the cycle',
        10,
        'cycle',
        cycle,
        'Alone for 4 minutes: we believe that the goal does not move because ... Then all answers appear at once. One sentence per table.',
        'interpreting_hypothesizing',
      ],
      [
        'Trust pulse',
        5,
        'frame',
        nothing,
        'Six sentences, 1 to 5, one minute. Nobody sees a single answer; results appear only when enough people answered.',
      ],
      ['Actions', 6, 'actions', ['actions'], 'Every action gets one owner and one date. Three to six are enough.'],
      ['Snapshot and close', 2, 'frame', nothing, 'One word each: how do you leave? The map of today is kept.'],
    ]),
  },
  {
    id: 'experiments',
    title: 'From goal to first experiments',
    summary: 'Half a day: goal, interests, people, structure, one walk round the cycle, and experiments with owners.',
    minutes: 240,
    steps: steps('x', [
      [
        'Welcome and ground rules',
        15,
        'frame',
        ['notes', 'draw'],
        'One sentence each: why I am here. What is stored and how answers stay anonymous. Add or strike ground rules.',
      ],
      [
        'Goal',
        25,
        'goal',
        frame,
        'Whose life is different when we succeed: who, where, how much, by when? Check the number: where is it today, and who says so? Agree by show of fingers, or keep it as a draft with open points.',
      ],
      [
        'Interests',
        35,
        'frame',
        frame,
        'Alone first, then all ideas appear at once: group them, name them, vote on which are essential. Who loses? Who is talked about, but never asked?',
      ],
      ['Break', 10, 'free', everything, breakWords],
      [
        'Organizations and representatives',
        40,
        'frame',
        frame,
        'Place organizations and people, say which part of the work they do and for whom they speak. Then walk round and correct each other.',
      ],
      [
        'Coverage check',
        20,
        'findings',
        ['map', 'actions', 'notes'],
        'One finding after the other: in pairs, then together. Each becomes an action, or is accepted with a reason.',
      ],
      [
        'Structure',
        20,
        'free',
        ['map', 'notes', 'draw'],
        'Draw what exists: who answers to whom, where a yes happens. Choose one grassroots organization and find its path to a yes. Write down one promise of the board to the community.',
      ],
      ['Break', 15, 'free', everything, breakWords],
      [
        'Problem',
        7,
        'cycle',
        cycle,
        'What happens, to whom, how often, since when? How do we know? Whose words are we using?',
        'problem_defining',
      ],
      [
        'Hypotheses',
        8,
        'cycle',
        cycle,
        'Why does it happen, and why again? What would have to be true? Which explanation suits us too well?',
        'interpreting_hypothesizing',
      ],
      [
        'Solutions',
        10,
        'cycle',
        cycle,
        'What could we try in four weeks? Does it change a habit, a rule, a flow of money, or one case? Who must take part so that it counts? Then vote.',
        'solution_finding',
      ],
      [
        'Reflection',
        10,
        'cycle',
        cycle,
        'What have we tried already? What did we expect, what happened, why the difference? What does it tell us about the problem we started with?',
        'analyzing_reflecting',
      ],
      [
        'Trust',
        8,
        'frame',
        nothing,
        'Where do we stand together, and what shows it? Then six sentences, 1 to 5. Nobody sees a single answer.',
      ],
      [
        'Actions and experiments',
        12,
        'actions',
        ['actions', 'cycle'],
        'Each experiment gets a measure, a threshold, an end date and an owner. Each action gets one owner and one date.',
      ],
      [
        'Snapshot and close',
        5,
        'frame',
        nothing,
        'What changed on the map since we came in? One word each. The map of today is kept.',
      ],
    ]),
  },
];
