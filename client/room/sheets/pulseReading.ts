/** How many say no, are in between, or say yes to a sentence of a pulse, and whether the room is divided about it. Pure. */
import { meanOf } from '#shared/map/readings/pulse.ts';

/** Below this many answers single columns would say too much about single people. */
const fewColumnsBelow = 12;
const quarter = 0.25;

export interface PulseReading {
  readonly no: number;
  readonly between: number;
  readonly yes: number;
  readonly answers: number;
  /** columns with the numbers under them; 1 and 2, and 4 and 5, stand together where few answered */
  readonly columns: readonly {
    readonly label: string;
    readonly count: number;
    readonly side: 'no' | 'between' | 'yes';
  }[];
  readonly isFew: boolean;
  readonly isDivided: boolean;
  readonly most: 'no' | 'between' | 'yes' | 'none';
  readonly mean: number | null;
}

export function readPulse(counts: readonly number[]): PulseReading {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = counts;
  const [no, between, yes] = [one + two, three, four + five];
  const answers = no + between + yes;
  const isFew = answers < fewColumnsBelow;
  const side = { no: 'no', between: 'between', yes: 'yes' } as const;
  const columns = isFew
    ? [
        { label: '1–2', count: no, side: side.no },
        { label: '3', count: between, side: side.between },
        { label: '4–5', count: yes, side: side.yes },
      ]
    : [
        { label: '1', count: one, side: side.no },
        { label: '2', count: two, side: side.no },
        { label: '3', count: three, side: side.between },
        { label: '4', count: four, side: side.yes },
        { label: '5', count: five, side: side.yes },
      ];
  const most = (
    [
      ['no', no],
      ['between', between],
      ['yes', yes],
    ] as const
  ).find(([, count]) => count * 2 > answers)?.[0];
  return {
    no,
    between,
    yes,
    answers,
    columns,
    isFew,
    isDivided: answers > 0 && no >= quarter * answers && yes >= quarter * answers,
    most: most ?? 'none',
    mean: meanOf(counts),
  };
}
