/**
 * Colors of sheets. On the screen they are custom properties (`sheet.css`), so that themes change them without drawing anew; a
 * picture file needs plain values, so both stand here and a test holds them equal.
 */
import { propertiesOf } from '../frame/paletteProperty.ts';

const light = {
  plate: '#fbf9f4',
  plateLine: '#e3ddcf',
  group: '#ffffff',
  groupLine: '#d9d2c2',
  note: '#fff6d8',
  noteLine: '#e9d9a0',
  shade: '#c9bfa8',
  ink: '#1c2733',
  soft: '#55606b',
  dot: '#0b4f4a',
  mark: '#f7de95',
  onMark: '#4a3503',
  made: '#0b4f4a',
  target: '#b06a12',
  tintOne: '#fff6d8',
  tintTwo: '#e3f1ee',
  tintThree: '#eeecfb',
  tintFour: '#fbeaec',
  tintFive: '#e6f0fb',
  tintSix: '#f3f0dd',
  tintSeven: '#f9ebdd',
  tintEight: '#eaf3e0',
  tintOneLine: '#e9d9a0',
  tintTwoLine: '#b1d4ce',
  tintThreeLine: '#cbc5ec',
  tintFourLine: '#e3bcc3',
  tintFiveLine: '#b9d2ee',
  tintSixLine: '#d6cf9f',
  tintSevenLine: '#e4c5a3',
  tintEightLine: '#c2d9aa',
} as const;

export type SheetColor = keyof typeof light;
export type SheetPalette = Readonly<Record<SheetColor, string>>;

const dark: SheetPalette = {
  plate: '#1a2126',
  plateLine: '#35414a',
  group: '#222b32',
  groupLine: '#414e57',
  note: '#38301b',
  noteLine: '#665632',
  shade: '#0d1114',
  ink: '#efece4',
  soft: '#b4bcc0',
  dot: '#7fd0c2',
  mark: '#f2c14e',
  onMark: '#1c1703',
  made: '#7fd0c2',
  target: '#f2c14e',
  tintOne: '#38301b',
  tintTwo: '#183432',
  tintThree: '#2b2945',
  tintFour: '#3a262b',
  tintFive: '#1c3046',
  tintSix: '#33311c',
  tintSeven: '#3b2a1b',
  tintEight: '#26331d',
  tintOneLine: '#665632',
  tintTwoLine: '#30605a',
  tintThreeLine: '#4c477e',
  tintFourLine: '#664048',
  tintFiveLine: '#345a80',
  tintSixLine: '#615d35',
  tintSevenLine: '#6d4e32',
  tintEightLine: '#485f38',
};

/** For picture files. */
export const sheetPalettes: { readonly light: SheetPalette; readonly dark: SheetPalette } = { light, dark };

export const sheetColors = Object.keys(light) as readonly SheetColor[];

/** For the screen. */
export const sheetScreenPalette: SheetPalette = propertiesOf('sheet', sheetColors);

const tints = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'] as const;

export interface NoteColors {
  readonly fill: string;
  readonly line: string;
}

/** Of a note: one calm color, or that of the group at this place among those of its sheet. */
export function noteColors(palette: SheetPalette, tint: number | null): NoteColors {
  const name = tint === null ? undefined : tints[tint % tints.length];
  return name === undefined
    ? { fill: palette.note, line: palette.noteLine }
    : { fill: palette[`tint${name}`], line: palette[`tint${name}Line`] };
}
