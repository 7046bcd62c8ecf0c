/**
 * Table of the bench: a list of stakeholders taken into an empty board, as the page does it. Ten times as many rows are about ten
 * times the processor time; where each row looks at all others they would be a hundred times.
 */
import * as Y from 'yjs';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { applyChanges } from '#shared/board/mapDocument.ts';
import { MapReader } from '#shared/board/MapReader.ts';
import { mapOf } from '#shared/map/PartnershipMap.ts';
import { importRegister } from '#shared/report/importing/importRegister.ts';
import { numberText, tableText } from './tableText.ts';

const sizes = [500, 5_000] as const;
const steps = ['preview', 'written', 'previewed again'] as const;

export function importTable(rounds: number): string {
  const times = new Map(steps.map((step) => [step, sizes.map(() => Infinity)]));
  // what is run first is compiled meanwhile
  takeList(sizes[0]);
  for (let round = 0; round < rounds; round++)
    for (const [at, size] of sizes.entries())
      for (const [step, ms] of takeList(size)) {
        const best = times.get(step);
        if (best) best[at] = Math.min(best[at] ?? ms, ms);
      }
  const rows = [...times].map(([step, [few = 0, many = 0]]) => [
    step,
    numberText(few),
    numberText(many),
    numberText(many / few),
  ]);
  const head = ['import', ...sizes.map((size) => `${numberText(size)} rows, ms`), 'ratio'];
  return `\nA list of distinct organizations, processor time, best of ${rounds}\n\n${tableText(head, rows)}\n`;
}

function takeList(rows: number): readonly (readonly [(typeof steps)[number], number])[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, firstDocument(mapOf({})));
  const reader = new MapReader(doc);
  let ids = 0;
  const context = { today: '2026-03-02', newId: () => `n${++ids}` };
  const text = listOf(rows);
  const [preview, previewed] = timed(() => importRegister(reader.map(), text, context));
  const [, written] = timed(() => {
    applyChanges(doc, preview.changes, null);
    return reader.map();
  });
  const [again, previewedAgain] = timed(() => importRegister(reader.map(), text, context));
  if (preview.goodRows !== rows || again.changes.length > 0) throw new Error('the list was not taken whole');
  reader.close();
  return [
    ['preview', previewed],
    ['written', written],
    ['previewed again', previewedAgain],
  ];
}

function listOf(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) => `Organization ${at},education,Interest ${at % 12},doer,Role ${at},Body ${at % 5},member,yes`,
  );
  return ['organization,sector,interest,kind,role_title,bodies,seat_roles,voting', ...lines].join('\n');
}

function timed<T>(run: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1_000];
}
