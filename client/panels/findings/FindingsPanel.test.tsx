// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from 'react';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { FindingsPanel } from './FindingsPanel.tsx';
import { FindingNews } from './FindingNews.tsx';

let panel: ShownPanel;
let coverageAsked = 0;
const texts = () => [...panel.place.querySelectorAll('article')].map((one) => one.textContent ?? '');
const within = (text: string) => texts().find((one) => one.includes(text));
const button = (label: string) =>
  [...panel.place.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === label || one.textContent === label,
  );
const firstMessage = 'Nobody at the table yet for “From school to work”.';

describe('findings', () => {
  beforeEach(async () => {
    coverageAsked = 0;
    panel = await showPanel(
      <>
        <FindingsPanel onCoverage={() => (coverageAsked += 1)} />
        <FindingNews />
      </>,
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    panel.close();
  });

  it('[FIND-4] shows the percent, the first three cards and the strengths; the rest is folded', () => {
    expect(panel.place.textContent).toContain('62%of the three kinds of representatives are here');
    expect(texts()).toHaveLength(4);
    expect(texts()[0]).toContain('Talk about this first');
    expect(texts()[0]).toContain(firstMessage);
    expect(texts()[3]).toContain('Well done');
    panel.click([...panel.place.querySelectorAll('button')].find((one) => /more things/.test(one.textContent ?? '')));
    expect(texts().length).toBeGreaterThan(15);
    expect(texts().findIndex((one) => one.startsWith('Worth a look'))).toBeGreaterThan(3);
  });

  it('[FIND-9] one rule with several subjects is one card with a list', () => {
    const card = within('has nobody who can say yes for their organization');
    expect(card).toContain('3 times');
    expect(card).toContain('“Small and local employers”');
    expect(card).toContain('“What keeps people from working”');
    expect(card?.match(/Who could decide here/g)).toHaveLength(1);
  });

  it('[FIND-6] says why it is seen, and the rule only in the details', () => {
    expect(within(firstMessage)).toContain('No organization at the table is placed in this interest.');
    expect(panel.place.querySelector('article details')?.textContent).toContain('Rule INT-1');
    expect(panel.place.querySelector('article h3')?.textContent).not.toContain('INT-1');
  });

  it('[FIND-5] accepting asks for a reason, keeps it, and can be withdrawn', () => {
    panel.click(button(`Accept… ${firstMessage}`));
    panel.click(button('Accept'));
    expect(panel.place.querySelector('[role=alert]')?.textContent).toMatch(/needs a reason/);
    panel.type(panel.place.querySelector('article input'), 'The schools join in fall.');
    panel.click(button('Accept'));
    expect(within(firstMessage)).toBeUndefined();
    expect(panel.place.textContent).toContain('Because: The schools join in fall.');
    panel.click(button(`Withdraw: ${firstMessage}`));
    expect(within(firstMessage)).toBeDefined();
  });

  it('[FIND-9] goes there: to the thing, or to the coverage', () => {
    const opened: unknown[] = [];
    panel.selection.onOpen((ref) => opened.push(ref));
    panel.click(button(`Go there: ${firstMessage}`));
    expect(opened).toEqual([{ collection: 'interests', id: 'school-to-work' }]);
    panel.click([...panel.place.querySelectorAll('button')].find((one) => /more things/.test(one.textContent ?? '')));
    panel.click(
      [...panel.place.querySelectorAll('button')].find((one) =>
        one.getAttribute('aria-label')?.startsWith('Go there: Central Labor Council stands alone'),
      ),
    );
    expect(coverageAsked).toBe(1);
  });

  it('[FIND-11] makes an action: what is written, an owner and a day, with its question below the field', () => {
    panel.click(button(`Make an action: ${firstMessage}`));
    const what = panel.place.querySelector<HTMLTextAreaElement>('article textarea');
    const below = () => document.getElementById(what?.getAttribute('aria-describedby') ?? '')?.textContent;
    expect([what?.value, below()]).toEqual([
      '',
      'Who is living or working with this every day? Who could invite them?',
    ]);
    // nothing is added without it, and the field says so
    const before = panel.boardMap.map().actions.length;
    panel.click(button('Add action'));
    expect([panel.boardMap.map().actions.length, below()]).toEqual([before, 'Write what will be done.']);
    expect(document.activeElement).toBe(what);
    panel.type(what, 'Invite two teachers');
    panel.type(panel.place.querySelector('article input[type=date]'), '2026-04-01');
    panel.type(panel.place.querySelector('article select'), 'united-fund');
    panel.click(button('Add action'));
    expect(panel.boardMap.map().actions.at(-1)).toMatchObject({
      title: 'Invite two teachers',
      owner_org_id: 'united-fund',
      due_on: '2026-04-01',
      source: 'finding:INT-1:interest:school-to-work',
    });
  });

  it('[FIND-11] a finding with an action says so, leads to it, has the focus there, and offers another one', () => {
    const opened: unknown[] = [];
    panel.selection.onOpen((ref) => opened.push(ref));
    panel.click(button(`Make an action: ${firstMessage}`));
    panel.type(panel.place.querySelector('article textarea'), 'Invite two teachers');
    panel.click(button('Add action'));
    panel.draw();
    const made = button('Action added: Invite two teachers');
    expect(document.activeElement).toBe(made);
    expect(button(`Make an action: ${firstMessage}`)).toBeUndefined();
    expect(button(`Another action: ${firstMessage}`)).toBeDefined();
    panel.click(made);
    const { id = '' } = panel.boardMap.map().actions.at(-1) ?? {};
    expect(opened).toEqual([{ collection: 'actions', id }]);
    act(() => void panel.boardMap.run({ type: 'edit', collection: 'actions', id, fields: { status: 'dropped' } }));
    panel.draw();
    expect(button(`Make an action: ${firstMessage}`)).toBeDefined();
  });

  it('[FIND-10] what came and went is said in one batch', () => {
    vi.useFakeTimers();
    const person = (id: string, kind: 'doer' | 'decision_maker') =>
      panel.boardMap.run({
        type: 'add',
        collection: 'representatives',
        id,
        fields: { organization_id: 'castellano-builders', kind, role_title: 'Owner' },
      });
    act(() => {
      person('a', 'doer');
      person('b', 'decision_maker');
    });
    panel.draw();
    act(() => {
      vi.advanceTimersByTime(2000);
    });
    expect(panel.said).toHaveLength(1);
    expect(panel.said[0]).toMatch(/findings solved\. Coverage is now \d+ percent\.$/);
  });

  it('[FIND-10] [COMPARE-1] a percent that rose because an interest went says so', () => {
    vi.useFakeTimers();
    const { map } = panel.boardMap;
    const gone = map().interests.find(({ title }) => title === 'From school to work')?.id ?? '';
    act(() => void panel.boardMap.run({ type: 'remove', collection: 'interests', id: gone }));
    panel.draw();
    act(() => {
      vi.advanceTimersByTime(2000);
    });
    const percent = panel.boardMap.readings()?.percent;
    const count = map().interests.length;
    expect(panel.said.at(-1)).toMatch(
      new RegExp(
        `Coverage is now ${percent} percent\\. It is counted over other interests than before: 1 interest is gone\\. Over the ${count} that stayed it is still ${percent} percent\\.$`,
      ),
    );
  });

  it('[FIND-9] a blank board says one thing only', async () => {
    panel.close();
    panel = await showPanel(<FindingsPanel onCoverage={() => {}} />, { template: 'blank' });
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('There is no shared goal on the board yet.');
  });
});
