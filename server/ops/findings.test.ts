import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import cases from '#shared/map/rules/cases.json' with { type: 'json' };
import { templateIds, templates } from '#shared/templates/templates.ts';
import { runCommand } from '#server/testing/runCommand.ts';
import { findingsReport } from './findingsReport.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'findings-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...words: string[]) => runCommand('findings', words);

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const errorsOf = (source: string) => {
  const report = findingsReport(source, null, '2026-03-02');
  return report.ok ? [] : report.errors;
};

describe('npm run findings', () => {
  it('[FIND-7] reads a whole board as well, for the day on which its file was made', async () => {
    const map: unknown = templates.employment;
    const board = {
      format: 'roundtable-board/1',
      title: 'Jobs',
      exported_at: '2026-03-02T10:00:00.000Z',
      map,
      canvas: [],
      pictures: [],
    };
    const whole = findingsReport(JSON.stringify(board), null, '2000-01-01');
    expect(whole).toEqual(findingsReport(JSON.stringify(map), '2026-03-02', '2000-01-01'));
    expect(errorsOf(JSON.stringify({ ...board, map: { organizations: 1 } }))).toEqual([
      'map.organizations: must be a list',
    ]);
  });

  it('[FIND-7] prints findings in table order and the numbers', async () => {
    const { code, out, errors } = await run(await file('employment.json', JSON.stringify(templates.employment)));
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const printed = JSON.parse(out);
    expect(printed.findings).toEqual(templates.employment.expected_findings);
    expect({ ...printed, findings: undefined, as_of: undefined }).toEqual(templates.employment.expected_numbers);
  });

  it('[FIND-7] looks at the day it is asked for', async () => {
    const board = await file(
      'blank.json',
      JSON.stringify({ goal: { statement: 'x', population: 'y', place: 'z', target: { date: '2030-01-01' } } }),
    );
    const { out } = await run(board, '--as-of', '2030-01-02');
    expect(JSON.parse(out).findings).toContainEqual({
      rule: 'GOAL-5',
      severity: 'alert',
      subject: 'goal',
      why: 'past',
    });
    expect((await run(board, '--as-of', '2030-02-30')).code).toBe(1);
  });

  it('[FIND-7] refuses a file that does not fit, every error by its path', async () => {
    const { code, out, errors } = await run(
      await file('bad.json', '{"organizations":[{"id":"a","sector":"x"},{"id":"a","size":3}],"extra":1}'),
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toContain('organizations[1].size: ');
    expect(errors).toContain('extra: ');
  });

  it('[FIND-7] refuses a file that is missing, too large, cut or nothing', async () => {
    const huge = await file('huge.json', '{}');
    await truncate(huge, 30 * 1024 * 1024);
    const cut = await file('cut.json', JSON.stringify(templates.employment).slice(0, 20_000));
    const results = await Promise.all([run(huge), run(cut), run(join(folder, 'none.json')), run()]);
    expect(results.map((result) => result.code)).toEqual([1, 1, 1, 1]);
    expect(results[0]?.errors).toContain('more than');
    expect(results[1]?.errors).toContain('not JSON');
  });

  it('[MAP-3] takes every case of the rules and every template', () => {
    for (const board of [...cases.map((one) => one.given), ...templateIds.map((id) => templates[id])])
      expect(errorsOf(JSON.stringify(board))).toEqual([]);
  });
});
