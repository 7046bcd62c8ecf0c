/** The letters of files that the server makes: Inter, as TTF for PNG and PDF, as WOFF2 inside SVG. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TextWeight } from '#shared/drawings/Shape.ts';

const names: Readonly<Record<TextWeight, string>> = {
  400: '400Regular/Inter_400Regular.ttf',
  500: '500Medium/Inter_500Medium.ttf',
  600: '600SemiBold/Inter_600SemiBold.ttf',
  700: '700Bold/Inter_700Bold.ttf',
  800: '800ExtraBold/Inter_800ExtraBold.ttf',
};

export const textWeights: readonly TextWeight[] = [400, 500, 600, 700, 800];

function fileOf(module: string): string {
  return createRequire(import.meta.url).resolve(module);
}

/** Path of the TTF of a weight. */
export function interFile(weight: TextWeight): string {
  return fileOf(`@expo-google-fonts/inter/${names[weight]}`);
}

/** Which letters a WOFF2 part has: the ranges that the font's own style sheet gives. */
const parts: readonly { readonly name: string; readonly range: string; readonly holds: (code: number) => boolean }[] = [
  {
    name: 'latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    holds: (code) => code <= 0xff || (code >= 0x2000 && code <= 0x206f) || code === 0x2122 || code === 0x20ac,
  },
  {
    name: 'latin-ext',
    range:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    holds: (code) => (code >= 0x100 && code <= 0x2ff) || (code >= 0x1d00 && code <= 0x1eff),
  },
  {
    name: 'vietnamese',
    range:
      'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
    holds: (code) => code >= 0x1ea0 && code <= 0x1ef9,
  },
  {
    name: 'cyrillic',
    range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
    holds: (code) => code >= 0x400 && code <= 0x4ff,
  },
  {
    name: 'greek',
    range: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
    holds: (code) => code >= 0x370 && code <= 0x3ff,
  },
];

/** `@font-face` rules with the letters that a text needs, whole inside: one file for all weights. */
export function interFontFaces(text: string): string {
  const codes = new Set(Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
  return parts
    .filter(({ name, holds }) => name === 'latin' || [...codes].some(holds))
    .map(({ name, range }) => {
      const bytes = readFileSync(fileOf(`@fontsource-variable/inter/files/inter-${name}-wght-normal.woff2`));
      return `@font-face{font-family:Inter;font-style:normal;font-weight:100 900;src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2');unicode-range:${range}}`;
    })
    .join('');
}
