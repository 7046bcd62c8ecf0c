/** What every section of a report looks at. */
import type { MapIndex } from '../map/MapIndex.ts';
import type { HeldRecord } from '../record/workshopsOf.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';

/** An earlier moment to compare with. */
export interface EarlierMoment {
  readonly index: MapIndex;
  /** which moment it is, in words */
  readonly label: string;
}

export interface ReportContext {
  /** made of the map without ratings (RATE-1): nothing of a report may rest on them */
  readonly index: MapIndex;
  readonly words: ReportWords;
  /** "State of March 2, 2026, 14:05 (UTC)" */
  readonly state: string;
  readonly before: EarlierMoment | null;
  /** What its workshops gave. */
  readonly record: HeldRecord;
  /** IANA name of whose days and clocks the record's are */
  readonly zone: string;
  /** Names of people, where a facilitator marked that they agreed. */
  readonly withNames: boolean;
  /** The group said that its trust results may go to funders. */
  readonly withTrust: boolean;
}
