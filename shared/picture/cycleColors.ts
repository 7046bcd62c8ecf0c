/** Colors of the cycle in picture files: those that the canvas has on paper. */
import type { Stage } from '../map/values.ts';

export const cycleColors = {
  plate: '#fffefc',
  plateLine: '#d9d2c1',
  lane: '#f7f3ea',
  hub: '#0b4f4a',
  onHub: '#ffffff',
  onHubSoft: '#d3e4e1',
  card: '#ffffff',
  cardLine: '#ddd6c7',
  shade: '#c9bfa8',
  ink: '#1c2733',
  soft: '#56606b',
  line: '#8a8371',
  gold: '#f2c14e',
  warn: '#a4263b',
  paper: '#f4f1ea',
} as const;

interface StageColors {
  readonly fill: string;
  readonly line: string;
  readonly strong: string;
}

export const stageColors: Readonly<Record<Stage, StageColors>> = {
  problem_defining: { fill: '#fbeaec', line: '#e3bcc3', strong: '#a4263b' },
  interpreting_hypothesizing: { fill: '#eeecfb', line: '#cbc5ec', strong: '#4a3db0' },
  solution_finding: { fill: '#fdf3d8', line: '#e4cd91', strong: '#7a5200' },
  analyzing_reflecting: { fill: '#e3f1ee', line: '#b1d4ce', strong: '#0b5f57' },
};
