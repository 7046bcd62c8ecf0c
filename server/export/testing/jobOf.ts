/** An export of a map for tests: everything, at one moment, as seen from New York. */
import { firstDocument } from '#shared/board/firstDocument.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { ExportJob } from '../ExportJob.ts';

export function jobOf(map: PartnershipMap, more: Partial<ExportJob> = {}): ExportJob {
  return {
    board: 'aaaabbbbccccdddd',
    title: 'Riverbend',
    state: firstDocument(map),
    takenAtMs: Date.UTC(2026, 2, 3, 2, 5),
    before: null,
    record: [],
    ratings: [],
    zone: 'America/New_York',
    language: 'en',
    paper: 'letter',
    way: null,
    lastNamed: null,
    withNames: false,
    withTrust: true,
    wanted: 'pack.zip',
    ...more,
  };
}
