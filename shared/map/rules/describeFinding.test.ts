import { describe, expect, it } from 'vitest';
import { templates } from '#shared/templates/templates.ts';
import { parseBoard } from '../file/parseBoard.ts';
import { indexMap } from '../MapIndex.ts';
import cases from './cases.json' with { type: 'json' };
import { computeFindings } from './computeFindings.ts';
import { describeFinding } from './describeFinding.ts';
import type { Finding } from './Finding.ts';
import { english as words } from '../../testing/english.ts';

function indexOf(given: unknown) {
  const board = parseBoard(given);
  if (!board.ok) throw new Error('refused');
  return indexMap(board.map, '2026-03-02');
}

describe('describeFinding', () => {
  it('[FIND-6] puts each placeholder of each finding into words', () => {
    const boards = [...cases.map((one) => one.given), templates.employment, templates.newark, templates.detroit];
    for (const board of boards) {
      const index = indexOf(board);
      for (const finding of computeFindings(index)) {
        const { message, ask, severity } = describeFinding(index, finding, words);
        expect(`${message} ${ask} ${severity}`).not.toMatch(/[{}]|undefined|null/);
        expect(message).not.toBe(finding.rule);
      }
    }
  });

  it('[FIND-6] calls an interest without a name by the question that stands in its place', () => {
    const { map } = indexOf(templates.employment);
    const interests = map.interests.map((one) => ({ ...one, title: '', placeholder: 'Who pays for it?' }));
    const index = indexMap({ ...map, interests }, '2026-03-02');
    const messages = computeFindings(index).map((finding) => describeFinding(index, finding, words).message);
    expect(messages).toContain('Nobody at the table yet for “Who pays for it?”.');
  });

  it('[FIND-6] names what the subject and the data say', () => {
    const index = indexOf(templates.employment);
    const said = (rule: string, at = 0) => {
      const finding = computeFindings(index).filter((one) => one.rule === rule)[at];
      return finding ? describeFinding(index, finding, words).message : null;
    };
    expect(said('INT-2')).toBe(
      'Central Labor Council stands alone for the whole labor sector. No one organization can speak for a sector.',
    );
    expect(said('GOAL-8')).toBe('We are behind the straight line to our target: 79.3 now, 80.72 expected.');
    expect(said('TRUST-1')).toBe(
      'We say we are performing, but we have not worked through storming and norming. Skipping it usually costs time later.',
    );
    expect(said('TRUST-2')).toBe('We call ourselves performing, but the room rated “safe to disagree” at 2.77.');
    expect(said('STR-2')).toBe('Plant manager (Halden Manufacturing) has no place in any body.');
    expect(said('EXP-5')).toBe(
      '“Hiring fair on the East Side” was to end on October 31, 2025. No result is written down.',
    );
    expect(said('ACT-3')).toBe(
      '“Is 90 percent enough if most of the new jobs pay badly?” has been in the parking lot since September 9, 2025.',
    );
  });

  it('[FIND-6] names no person', () => {
    const board = {
      organizations: [{ id: 'o', name: 'House', engagement: 'partner' }],
      bodies: [{ id: 'b' }],
      representatives: [
        { id: 'r', organization_id: 'o', kind: 'doer', role_title: 'Teacher', display_name: 'Ada Byron' },
      ],
    };
    const index = indexOf(board);
    const text = computeFindings(index).map((finding: Finding) =>
      JSON.stringify(describeFinding(index, finding, words)),
    );
    expect(text.join()).toContain('Teacher (House)');
    expect(text.join()).not.toContain('Byron');
  });

  it('[FIND-8] too few answers appear in no finding', () => {
    const pulse = (id: string, closed_on: string, truth: number[]) => ({
      id,
      closed_on,
      invited: 4,
      responded: 4,
      items: { truth },
    });
    const index = indexOf({
      trust: {
        stages: [{ stage: 'performing', date: '2025-01-01', evidence: ['x'] }],
        pulses: [pulse('a', '2025-06-01', [0, 0, 0, 0, 4]), pulse('b', '2026-01-01', [2, 0, 0, 0, 2])],
      },
    });
    const findings = computeFindings(index).filter((finding) => finding.subject.startsWith('pulse:'));
    expect(findings).toEqual([{ rule: 'TRUST-5', severity: 'insight', subject: 'pulse:b', hidden: true }]);
  });
});
