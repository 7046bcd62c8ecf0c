/** A representative: the sign of what kind of voice it is. */
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import type { Detail, FrameLook } from './FrameLook.ts';
import type { Drawing } from './Shape.ts';
import { kindSign } from './signs.ts';

export interface TokenFacts {
  /** Side of the square that it fills. */
  readonly size: number;
  readonly kind: RepresentativeKind;
  /** False while the organization is not at the table. */
  readonly atTable: boolean;
}

/** From afar tokens take what room there is between them; a diamond has it already. */
const larger: Readonly<Record<Detail, number>> = { full: 1, names: 1.22, tokens: 1.22, signs: 1.22 };
const largerDiamond: Readonly<Record<Detail, number>> = { full: 1, names: 1.04, tokens: 1.2, signs: 1.2 };

/** Letters too small to be read are left out: the form says what kind it is. A diamond has less room for them. */
function hasLetters(kind: RepresentativeKind, detail: Detail): boolean {
  return detail === 'full' || (detail === 'names' && kind !== 'decision_maker');
}

/** The upper left corner of its square at the origin. */
export function drawToken({ size, kind, atTable }: TokenFacts, { palette, words, detail }: FrameLook): Drawing {
  const middle = { x: size / 2, y: size / 2 };
  const letters = hasLetters(kind, detail) ? words.say(`letters.${kind}`) : '';
  const by = (kind === 'decision_maker' ? largerDiamond : larger)[detail];
  const state = atTable ? 'present' : 'away';
  return [
    kindSign({ kind, letters, ...middle, size: size * by, state }, palette),
    { kind: 'part', part: 'write', x: 0, y: size + 4, width: 180, height: 24, size: 12 },
  ];
}
