/**
 * Colors of the cycle. On the screen they are custom properties (`cycle.css`), so that themes change them without drawing
 * anew; a picture file needs plain values, so both stand here and a test holds them equal.
 */
import { propertiesOf } from '../frame/paletteProperty.ts';
import type { Stage } from '#shared/kinds/values.ts';

const light = {
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
  problem: '#fbeaec',
  problemLine: '#e3bcc3',
  problemStrong: '#a4263b',
  hypothesis: '#eeecfb',
  hypothesisLine: '#cbc5ec',
  hypothesisStrong: '#4a3db0',
  solution: '#fdf3d8',
  solutionLine: '#e4cd91',
  solutionStrong: '#7a5200',
  reflection: '#e3f1ee',
  reflectionLine: '#b1d4ce',
  reflectionStrong: '#0b5f57',
} as const;

export type CycleColor = keyof typeof light;
export type CyclePalette = Readonly<Record<CycleColor, string>>;

const dark: CyclePalette = {
  plate: '#1a2126',
  plateLine: '#35414a',
  lane: '#161c20',
  hub: '#0d4a45',
  onHub: '#ffffff',
  onHubSoft: '#c5dedb',
  card: '#242e35',
  cardLine: '#3a474f',
  shade: '#0d1114',
  ink: '#efece4',
  soft: '#b4bcc0',
  line: '#7f8b92',
  gold: '#f2c14e',
  warn: '#ff9dab',
  problem: '#3a262b',
  problemLine: '#664048',
  problemStrong: '#ff9dab',
  hypothesis: '#2b2945',
  hypothesisLine: '#4c477e',
  hypothesisStrong: '#b9b2fa',
  solution: '#38301b',
  solutionLine: '#665632',
  solutionStrong: '#f2c14e',
  reflection: '#183432',
  reflectionLine: '#30605a',
  reflectionStrong: '#7fd0c2',
};

/** For picture files. */
export const cyclePalettes: { readonly light: CyclePalette; readonly dark: CyclePalette } = { light, dark };

export const cycleColors = Object.keys(light) as readonly CycleColor[];

/** For the screen. */
export const cycleScreenPalette: CyclePalette = propertiesOf('cycle', cycleColors);

const colorsOf = {
  problem_defining: 'problem',
  interpreting_hypothesizing: 'hypothesis',
  solution_finding: 'solution',
  analyzing_reflecting: 'reflection',
} as const satisfies Record<Stage, CycleColor>;

export interface StageColors {
  readonly fill: string;
  readonly line: string;
  readonly strong: string;
}

export function stageColors(palette: CyclePalette, stage: Stage): StageColors {
  const name = colorsOf[stage];
  return { fill: palette[name], line: palette[`${name}Line`], strong: palette[`${name}Strong`] };
}
