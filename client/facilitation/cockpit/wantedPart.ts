/** The part that somebody asked for elsewhere, until the panel that this opens has shown it; the panel's code may come later. */
import type { PartName } from './partNames.ts';

let wanted: PartName | null = null;

export function wantPart(name: PartName): void {
  wanted = name;
}

export function wantedPart(): PartName | null {
  return wanted;
}

export function forgetWantedPart(): void {
  wanted = null;
}
