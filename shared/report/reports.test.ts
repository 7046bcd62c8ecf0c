import { describe, expect, it } from 'vitest';
import { applyToMap } from '../map/applyToMap.ts';
import { runCommands } from '../map/commands/runCommand.ts';
import { indexMap } from '../map/MapIndex.ts';
import type { PartnershipMap } from '../map/PartnershipMap.ts';
import { withoutRatings } from '../map/ratings.ts';
import { listTemplates } from '../templates/listTemplates.ts';
import { readTemplate } from '../templates/readTemplate.ts';
import type { RecordContent, RecordEntry } from '../record/RecordEntry.ts';
import { workshopsOf } from '../record/workshopsOf.ts';
import { recordCsv } from './recordCsv.ts';
import { RecordSpeech } from './sections/RecordSpeech.ts';
import { actionsCsv } from './actionsCsv.ts';
import type { Block, Report } from './Report.ts';
import type { ReportContext } from './ReportContext.ts';
import { inline, reportMarkdown } from './reportMarkdown.ts';
import { funderReport, participantReport, summaryReport } from './reports.ts';
import { reportWords } from '#shared/testing/english.ts';
import { sensitiveTexts } from './sensitiveTexts.ts';
import { statusBoard } from './statusBoard.ts';

const words = reportWords;
const state = 'State of March 2, 2026, 14:05 (UTC)';

function templateMap(id: string): PartnershipMap {
  const template = readTemplate(id);
  if (!template) throw new Error(`no template ${id}`);
  return withoutRatings(template.map);
}

function contextOf(map: PartnershipMap, more: Partial<ReportContext> = {}): ReportContext {
  return {
    index: indexMap(map, '2026-03-02'),
    words,
    state,
    before: null,
    record: workshopsOf([]),
    zone: 'UTC',
    withNames: false,
    withTrust: false,
    ...more,
  };
}

const entry = (day: string, content: RecordContent): RecordEntry => ({
  id: `${content.kind}${day}${JSON.stringify(content).length}`,
  at: Date.parse(`${day}T12:00:00Z`),
  content,
});
const speech = new RecordSpeech(words, 'UTC');

const textOf = (report: Report): string => reportMarkdown(report, 'pictures');
const headings = (blocks: readonly Block[], level = 1): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []));
const picturesOf = (report: Report) => report.blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : []));

describe('reports', () => {
  it('[EXPORT-9] the participants read every section, with its pictures and their tables', () => {
    const report = participantReport(contextOf(templateMap('employment')));
    expect(headings(report.blocks)).toEqual([
      'About this report',
      'Our goal',
      'The frame: who has an interest',
      'Coverage: who is here, and who is missing',
      'Structure: who decides, and who answers to whom',
      'Rounds of problem-solving',
      'Trust',
      'Actions',
    ]);
    expect(picturesOf(report)).toEqual(['goal', 'frame', 'structure', 'pulse']);
    const text = textOf(report);
    for (const part of [
      'State of March 2, 2026',
      '80.72% was expected for December 31, 2025: 1.4 points behind path',
      '| December 31, 2025 | 79.3% | 80.72% | 60.8% | 69.4% | 65.9% |',
      'Child care vouchers that start on day one. (system · 14 dots)',
      'Job coach for the first 30 days: finished, adopted. 66 percent with a coach, 45 percent without',
      '| 7 | Policy board | answers to (proposed): Community engagement team |',
      'Action: Ask the superintendent of schools to send somebody who can decide',
      'Pulse of December 9, 2025: 22 of 35 people answered',
      'Is 90 percent enough if most of the new jobs pay badly?',
    ])
      expect(text).toContain(part);
  });

  it('[EXPORT-10] who is missing stands before who is here, and the status board has words and arrows', () => {
    const { blocks } = summaryReport(contextOf(templateMap('employment')));
    const missing = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Who is missing');
    const matrix = blocks.findIndex((block) => block.kind === 'table' && block.caption.startsWith('Interests by kind'));
    expect(missing).toBeGreaterThan(0);
    expect(missing).toBeLessThan(matrix);
    const map = templateMap('employment');
    const index = indexMap(map, '2026-03-02');
    const blank = indexMap(templateMap('blank'), '2026-03-02');
    expect(statusBoard(index, null).map(({ status, trend }) => `${status} ${trend}`)).toContain('attention first');
    expect(statusBoard(blank, null).find(({ point }) => point === '3')?.status).toBe('unknown');
    const better = indexMap(
      {
        ...map,
        experiments: map.experiments.map((one) => ({ ...one, result: 'Seen.', decision: 'adopt', measure: 'Counted' })),
      },
      '2026-03-02',
    );
    expect(statusBoard(better, index).find(({ point }) => point === '5')?.trend).toBe('better');
    expect(statusBoard(index, better).find(({ point }) => point === '5')?.trend).toBe('worse');
  });

  it('[OUTLINE-20] nine names of a brainstorm are nine organizations that nobody has asked yet', () => {
    const map = templateMap('blank');
    const made = runCommands(
      map,
      Array.from({ length: 9 }, (_, at) => ({
        type: 'add',
        collection: 'organizations',
        id: `o${at}`,
        fields: { name: `Name ${at}` },
      })),
      { today: '2026-03-02', newId: () => 'none' },
    );
    if (!made.ok) throw new Error(made.code);
    const text = textOf(participantReport(contextOf(applyToMap(map, made.changes))));
    expect(text).toContain('9 organizations, 0 of them at the table');
    expect(text).not.toContain('9 of them at the table');
  });

  it('[EXPORT-9] the funders read their sections in their order, failed experiments too, population and programs apart', () => {
    const report = funderReport(contextOf(templateMap('employment')));
    expect(headings(report.blocks)).toEqual([
      'On one page',
      'Result',
      'Who is in',
      'How we are built',
      'What we tried',
      'What we learned',
      'Status board',
      'Open points and requests',
      'Method and limits',
    ]);
    const text = textOf(report);
    for (const { title } of templateMap('employment').experiments) expect(text).toContain(title);
    const tables = report.blocks.filter((block) => block.kind === 'table');
    const holding = (word: string) => tables.findIndex(({ rows }) => rows.some((row) => row[0]?.text.includes(word)));
    expect(holding('Trainees who still have a job')).not.toBe(holding('Adults with a credential'));
  });

  it('[EXPORT-4] trust results go to funders only where it is marked, and of a small pulse nothing is said', () => {
    const map = templateMap('employment');
    expect(textOf(funderReport(contextOf(map)))).not.toMatch(/Pulse of|divided|performing/);
    expect(textOf(funderReport(contextOf(map, { withTrust: true })))).toContain('Pulse of');
    const small = { ...map, trust_pulses: map.trust_pulses.map((pulse) => ({ ...pulse, responded: 4 })) };
    const text = textOf(participantReport(contextOf(small)));
    expect(text).toContain('Trust pulse: too few answers to show.');
    expect(text).not.toMatch(/people answered|mean/);
  });

  it('[EXPORT-4] names come in only with consent, and never into the report for funders', () => {
    const map = templateMap('employment');
    const named = {
      ...map,
      representatives: map.representatives.map((one, at) => (at === 0 ? { ...one, display_name: 'Zed Zephyr' } : one)),
      organizations: map.organizations.map((one) => ({ ...one, note: 'Private remark' })),
    };
    for (const report of [participantReport, funderReport, summaryReport])
      expect(textOf(report(contextOf(named)))).not.toMatch(/Zed Zephyr|Private remark/);
    expect(textOf(participantReport(contextOf(named, { withNames: true })))).toContain('Zed Zephyr');
    expect(textOf(funderReport(contextOf(named, { withNames: true })))).not.toContain('Zed Zephyr');
    expect(actionsCsv(indexMap(named, '2026-03-02'), '')).not.toContain('Zed Zephyr');
  });

  it('[EXPORT-4] observations that rest on ratings are in no report', () => {
    const template = readTemplate('employment');
    const rated = textOf(participantReport(contextOf(template?.map ?? templateMap('blank'))));
    const plain = textOf(participantReport(contextOf(templateMap('employment'))));
    expect(rated).not.toBe(plain);
    expect(plain).not.toContain('has much influence');
  });

  it('[EXPORT-9] with an earlier moment the report says what was resolved, what is new, and who moved', () => {
    const map = templateMap('employment');
    const schools = 'public-schools';
    const after: PartnershipMap = {
      ...map,
      organizations: map.organizations.map((one) => (one.id === schools ? { ...one, engagement: 'partner' } : one)),
    };
    const before = { index: indexMap(map, '2026-02-01'), label: '“Session 1” (2026-02-01)' };
    const text = textOf(participantReport(contextOf(after, { before })));
    expect(text).toContain('## What changed since “Session 1” (2026-02-01)');
    expect(text).toContain('Riverbend Public Schools: invited then, at the table now');
    expect(text).toMatch(/\*\*Resolved:\*\*[^#]*Nobody at the table yet for “From school to work”/);
  });

  it('[EXPORT-9] [COMPARE-1] what changed is what the comparison finds: who came, went, moved and stands otherwise now', () => {
    const map = templateMap('employment');
    const doer = map.representatives.find(({ kind, organization_id }) => kind === 'doer' && organization_id !== '')!;
    const [gone] = map.interests.filter(({ title }) => title === 'Growing the regional economy');
    const bank = map.placements.find(({ organization_id: id }) => id === 'first-valley-bank')!;
    const after: PartnershipMap = {
      ...map,
      interests: map.interests.filter((one) => one !== gone),
      placements: map.placements
        .filter((one) => one.interest_id !== gone?.id)
        .map((one) => (one === bank ? { ...one, interest_id: 'adult-skills' } : one)),
      representatives: map.representatives.map((one) => (one === doer ? { ...one, kind: 'decision_maker' } : one)),
      bodies: [...map.bodies, { ...map.bodies[0]!, id: 'new-body', name: 'Youth council', kind: 'other' }],
    };
    const before = { index: indexMap(map, '2026-02-01'), label: 'Session 1' };
    const text = textOf(participantReport(contextOf(after, { before })));
    const changes = text.slice(text.indexOf('## What changed since Session 1'));
    expect(changes).toContain('- **Gone:** Growing the regional economy');
    expect(changes).toContain('- **Added:** Youth council');
    expect(changes).toMatch(/- \*\*Changed:\*\* .+: doer then, decision-maker now/);
    expect(changes).toMatch(/- \*\*Moved:\*\* First Valley Bank: now in .*Skills for adults/);
    // what went with the interest is told with it
    expect(changes).not.toMatch(/Moved.*Regional Chamber/);
    const same = textOf(participantReport(contextOf(map, { before })));
    expect(same).toContain('Nothing of this changed since Session 1.');
  });

  it('[EXPORT-14] of earlier rounds stands what came out, of open observations the first few, of what was decided all', () => {
    const map = templateMap('employment');
    const text = textOf(participantReport(contextOf(map)));
    const notesOf = (round: number) => map.notes.filter(({ iteration }) => iteration === round);
    for (const note of notesOf(2)) expect(text).toContain(inline(note.text));
    for (const note of notesOf(1)) expect(text).not.toContain(inline(note.text));
    expect(text).toContain('One intake form for four agencies: finished. 2.4 visits instead of 4.1');
    const rows = text.split('\n').filter((line) => /^\| (Talk about this first|Worth a look|Might help)/.test(line));
    expect(rows.filter((row) => row.includes('| Action: '))).toHaveLength(5);
    expect(rows.filter((row) => row.endsWith('| open |'))).toHaveLength(3);
    expect(text).toMatch(/The most urgent ones; \d+ more stand on the board\./);
  });

  it.each(listTemplates().map(({ id }) => id))('[EXPORT-1] the template %s gives all reports', (id) => {
    for (const report of [participantReport, funderReport, summaryReport]) {
      const text = textOf(report(contextOf(templateMap(id), { withTrust: true })));
      expect(text).not.toMatch(/undefined|null|NaN|\{\w+\}/);
      expect(text).toContain(state);
    }
  });
});

describe('text that people typed', () => {
  it('[EXPORT-11] Markdown shows it as it is', () => {
    expect(inline('# *a* | <b>\n[x](y) & `c`')).toBe('\\# \\*a\\* \\| &lt;b&gt; \\[x\\](y) &amp; \\`c\\`');
    expect(inline('1. first')).toBe('\\1. first');
    const map = templateMap('newark');
    const hostile = { ...map, actions: [{ ...map.actions[0]!, title: 'a | b\n| c |', status: 'open' as const }] };
    const line = textOf(participantReport(contextOf(hostile)))
      .split('\n')
      .find((row) => row.includes('a \\| b'));
    expect(line?.replaceAll('\\|', '').split('|')).toHaveLength(6);
  });

  it('[EXPORT-11] no cell of the actions is a formula', () => {
    const map = templateMap('newark');
    const hostile = { ...map, actions: [{ ...map.actions[0]!, title: '=HYPERLINK("x")', helpers: ['@SUM(1)', '+1'] }] };
    const text = actionsCsv(indexMap(hostile, '2026-03-02'), '');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain(`'@SUM(1);'+1`);
    expect(text).toMatch(/^\uFEFF.*\r\n/);
  });

  it('[EXPORT-12] what looks like a person is shown, what is on the map anyway is not', () => {
    const map = templateMap('employment');
    const [note] = map.notes;
    const look = (text: string) =>
      sensitiveTexts({ ...map, notes: [{ ...note!, text }], actions: [], experiments: [], parking_lot: [] }).flatMap(
        ({ looksLike }) => looksLike,
      );
    expect(look('Write to maria@example.org')).toEqual(['mail']);
    expect(look('Call (513) 555-0142 after five')).toEqual(['phone']);
    expect(look('We should ask Maria Lopez about it')).toEqual(['name']);
    expect(look('Dr. Weber knows')).toEqual(['name']);
    expect(look('Halden Manufacturing and the Regional Workforce Board agreed')).toEqual([]);
    expect(look('Of 1,200 people 65.9 percent in 2025, 46 of 100, from 5:40 to 6:00')).toEqual([]);
    expect(look('Due on 2026-03-31')).toEqual([]);
  });

  it('[RECORD-3] participants read every question with ideas and votes, funders no text of an idea', () => {
    const ideas = Array.from({ length: 61 }, (_, n) => `Thought ${n + 1}`);
    const asked = (texts: string[]): RecordEntry =>
      entry('2026-03-01', { kind: 'ideas', question: 'Who is missing?', texts, writers: 4 });
    const record = workshopsOf([
      asked(ideas),
      entry('2026-03-02', { kind: 'ideas', question: 'Who decides?', texts: ['The mayor'], writers: null }),
      entry('2026-03-02', {
        kind: 'vote',
        question: 'Which first?',
        options: ['Rooms', 'Buses', 'Jobs'],
        totals: [4, 7, 4],
        dots: 3,
        cast: 5,
        invited: 8,
      }),
    ]);
    const context = contextOf(templateMap('employment'), { record });
    const [participants, funders, summary] = [participantReport, funderReport, summaryReport].map((make) =>
      make(context),
    ) as [Report, Report, Report];
    const title = 'What we asked, and what we answered';
    for (const report of [participants, funders, summary]) {
      const text = textOf(report);
      expect(headings(report.blocks)).toContain(title);
      expect(text).toContain('61 ideas from 4 people, written in private and revealed on March 1, 2026.');
      expect(text).toContain('1 idea, written in private and revealed on March 2, 2026.');
      expect(text).toContain('5 of 8 people voted in secret on March 2, 2026, each with 3 dots.');
      // most first, equal ones share a place
      expect(text).toMatch(/\| 1 \| Buses \| 7 \|\n\| 2 \| Rooms \| 4 \|\n\| 2 \| Jobs \| 4 \|/);
    }
    // right after the goal
    expect(headings(participants.blocks).slice(1, 3)).toEqual(['Our goal', title]);
    expect(textOf(participants)).toContain('- Thought 60\n- 1 more stands in the table');
    expect(textOf(participants)).toContain('The mayor');
    expect(textOf(summary)).toContain('- Thought 12\n- 49 more stand in the table');
    expect(textOf(funders)).not.toMatch(/Thought|The mayor|in the table of/);
    const few = { ...context, record: workshopsOf([asked(ideas.slice(0, 60))]) };
    expect(textOf(participantReport(few))).not.toContain('in the table of');
    const none = participantReport(contextOf(templateMap('employment')));
    expect(headings(none.blocks)).not.toContain(title);
  });

  it('[RECORD-3] as a table every idea and option has a row, and no cell runs', () => {
    const record = workshopsOf([
      entry('2026-03-01', { kind: 'ideas', question: 'Who?', texts: ['=1+1', 'a, b'], writers: null }),
      entry('2026-03-02', {
        kind: 'vote',
        question: 'Which?',
        options: ['A', 'B'],
        totals: [0, 6],
        dots: 2,
        cast: 3,
        invited: 4,
      }),
    ]);
    const rows = recordCsv(record, { partnership: 'Riverbend', takenAt: 'T' }, speech).split('\r\n');
    const empty = ',,,,,,,,';
    expect(rows.slice(1, -1)).toEqual([
      `Riverbend,2026-03-01,idea,Who?,'=1+1,,,${empty},T`,
      `Riverbend,2026-03-01,idea,Who?,"a, b",,,${empty},T`,
      `Riverbend,2026-03-02,vote,Which?,B,6,3,4${empty},T`,
      `Riverbend,2026-03-02,vote,Which?,A,0,3,4${empty},T`,
    ]);
  });

  it('[EXPORT-12] ideas that look as if they named somebody are shown as well', () => {
    const found = sensitiveTexts(templateMap('blank'), ['Buses', 'Call 555 123 4567', 'ask pat@example.org']);
    expect(found.map(({ where, id, looksLike }) => [where, id, ...looksLike])).toEqual([
      ['idea', '1', 'phone'],
      ['idea', '2', 'mail'],
    ]);
  });

  it('[RECORD-9] say when people meet next, until that day is over', () => {
    const map = templateMap('employment');
    const on = (next_meeting_on: string | null, next_meeting_where = '2 pm, library ') =>
      [participantReport, summaryReport].map((make) => {
        const partnership = { ...map.partnership, next_meeting_on, next_meeting_where };
        return textOf(make(contextOf({ ...map, partnership })));
      });
    // the map is read on March 2
    for (const text of on('2026-03-02')) expect(text).toContain('Next meeting: March 2, 2026, 2 pm, library.');
    for (const text of on('2026-03-03', '')) expect(text).toContain('Next meeting: March 3, 2026.');
    for (const day of ['2026-03-01', null]) for (const text of on(day)) expect(text).not.toContain('Next meeting');
  });

  it('[EXPORT-17] of overdue actions each is marked while they are at most half of the open ones', () => {
    const map = templateMap('employment');
    const [first] = map.actions;
    if (first === undefined) throw new Error('no action');
    const marksFor = (late: number, intime: number) => {
      const actions = [...Array(late).fill('2026-03-01'), ...Array(intime).fill('2026-03-02')].map((due_on, at) => ({
        ...first,
        id: `a${at}`,
        status: 'open' as const,
        due_on,
      }));
      const { blocks } = participantReport(contextOf({ ...map, actions }));
      const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Actions');
      const found = blocks.slice(from).find((block) => block.kind === 'table');
      const marked = found?.kind === 'table' ? found.rows.filter((row) => row[3]?.mark === 'gap').length : -1;
      return [marked, textOf(participantReport(contextOf({ ...map, actions }))).includes('are past their date')];
    };
    expect(marksFor(2, 2)).toEqual([2, false]);
    expect(marksFor(3, 2)).toEqual([0, true]);
    expect(marksFor(0, 1)).toEqual([0, false]);
  });
});
