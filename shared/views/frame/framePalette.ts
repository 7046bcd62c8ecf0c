/**
 * Colors of the frame. On the screen they are custom properties (`frame.css`), so that themes change them without drawing
 * anew; a picture file needs plain values, so both stand here and a test holds them equal.
 */
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import { propertiesOf } from './paletteProperty.ts';

const light = {
  paper: '#f4f1ea',
  wedge: '#fffefc',
  tint: '#f6f0e0',
  wedgeLine: '#d9d2c1',
  rim: '#0b4f4a',
  card: '#ffffff',
  cardLine: '#ddd6c7',
  cardShade: '#c9bfa8',
  away: '#f7f5ef',
  awayLine: '#8b8777',
  ink: '#1c2733',
  soft: '#56606b',
  goal: '#0b4f4a',
  onGoal: '#ffffff',
  onGoalSoft: '#d3e4e1',
  path: '#3d7a74',
  gold: '#f2c14e',
  designee: '#12746c',
  doer: '#b06a12',
  decisionMaker: '#4a3db0',
  onKind: '#ffffff',
  business: '#1d5fae',
  government: '#6b3fa8',
  nonprofit: '#1b7f5c',
  philanthropy: '#b03060',
  labor: '#b5492a',
  community: '#bb4708',
  education: '#4f7d16',
  otherSector: '#5b6472',
  first: '#b3261e',
} as const;

export type PaletteName = keyof typeof light;
export type FramePalette = Readonly<Record<PaletteName, string>>;

const dark: FramePalette = {
  paper: '#14191d',
  wedge: '#1c242a',
  tint: '#29281f',
  wedgeLine: '#5a6973',
  rim: '#5cbcac',
  card: '#242e35',
  cardLine: '#3a474f',
  cardShade: '#0d1114',
  away: '#1d252b',
  awayLine: '#7f8b92',
  ink: '#efece4',
  soft: '#b4bcc0',
  goal: '#0d4a45',
  onGoal: '#ffffff',
  onGoalSoft: '#c5dedb',
  path: '#3d7a74',
  gold: '#f2c14e',
  designee: '#2b9c91',
  doer: '#d58f33',
  decisionMaker: '#8f84ee',
  onKind: '#0f1417',
  business: '#78aef0',
  government: '#b992ef',
  nonprofit: '#56c598',
  philanthropy: '#f084a8',
  labor: '#f08f6f',
  community: '#f59b57',
  education: '#a3cd5f',
  otherSector: '#a9b3bd',
  first: '#ff9b90',
};

/** For picture files. */
export const framePalettes: { readonly light: FramePalette; readonly dark: FramePalette } = { light, dark };

export const paletteNames = Object.keys(light) as readonly PaletteName[];

/** For the screen. */
export const screenPalette: FramePalette = propertiesOf('frame', paletteNames);

const kindColors: Readonly<Record<RepresentativeKind, PaletteName>> = {
  designee: 'designee',
  doer: 'doer',
  decision_maker: 'decisionMaker',
};

export function kindColor(palette: FramePalette, kind: RepresentativeKind): string {
  return palette[kindColors[kind]];
}

export function sectorColor(palette: FramePalette, sector: string | null): string {
  switch (sector) {
    case 'business':
    case 'government':
    case 'nonprofit':
    case 'philanthropy':
    case 'labor':
    case 'community':
    case 'education':
      return palette[sector];
    default:
      return palette.otherSector;
  }
}
