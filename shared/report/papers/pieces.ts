/** Pieces of which sheets are put together, and what they share. */
import type { Shape } from '../../drawings/Shape.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import { framePalettes } from '../../views/frame/framePalette.ts';
import { type FindingState, findingStates } from '../../map/rules/computeFindings.ts';
import type { HeldRecord } from '../../record/workshopsOf.ts';
import type { ReportWords } from '../../picture/ReportWords.ts';
import type { PaperPart } from './Paper.ts';

export interface PaperContext {
  readonly index: MapIndex;
  readonly words: ReportWords;
  /** "State of March 2, 2026, 14:05 (UTC)" */
  readonly state: string;
  /** the moment that was kept last by name, as its name; null where there is none */
  readonly snapshot: string | null;
  readonly record: HeldRecord;
  /** what the group found about its trust may go outside */
  readonly withTrust: boolean;
}

/** Where on the sheet. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Piece {
  readonly ground: readonly Shape[];
  readonly parts: readonly PaperPart[];
  /** that it takes */
  readonly height: number;
}

/** Paper is white, whatever the screen is. */
export const paperPalette = { ...framePalettes.light, wedge: '#ffffff' };

export const sizes = { body: 8, small: 7.4, heading: 10.2 } as const;

/** "Snapshot “Session 1”, goal version 2". */
export function momentDetail({ index, words, snapshot }: PaperContext): string {
  const { paper } = words.texts;
  const version = words.fill(paper.goalVersion, { version: index.map.goal.version });
  return snapshot === null ? version : words.fill(paper.snapshotAndVersion, { snapshot, version });
}

/** Observations in the order in which people see them; those about trust only where the group said so. */
export function toldFindings({ index, withTrust }: PaperContext): readonly FindingState[] {
  return findingStates(index).filter(({ finding }) => withTrust || !finding.rule.startsWith('TRUST-'));
}
