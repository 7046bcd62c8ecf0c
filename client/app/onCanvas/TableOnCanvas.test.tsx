// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addOrganization, addRepresentative } from '#client/map/mapActions.ts';
import { type ShownPanel, showPanel } from '#client/testing/showPanel.tsx';
import { TableOnCanvas, useTableQuestion } from './TableOnCanvas.tsx';

const Asking = () => <TableOnCanvas canvas={null} {...useTableQuestion()} />;

let panel: ShownPanel;
beforeEach(async () => {
  panel = await showPanel(<Asking />);
});
afterEach(() => panel.close());

const question = () => document.querySelector('[role="group"]')?.getAttribute('aria-label') ?? null;
const answer = (text: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === text);
const engagement = (id: string) => panel.boardMap.map().organizations.find((one) => one.id === id)?.engagement;
const place = (id: string, organization: string): void => {
  const person = { organization, kind: 'doer', title: 'Organizer' } as const;
  panel.boardMap.run(...addRepresentative(panel.boardMap.map(), id, person, null));
  panel.draw();
};

describe('the question who is at the table', () => {
  it('[OUTLINE-20] comes with the first representative, takes no focus, and one press answers it', () => {
    const focused = document.activeElement;
    panel.boardMap.run(...addOrganization('union', 'Tenants Union', null));
    panel.draw();
    expect(engagement('union')).toBe('not_contacted');
    expect(question()).toBeNull();
    place('p1', 'union');
    expect(question()).toBe('Is Tenants Union at the table? Only then its people count.');
    expect(panel.said).toContain('Is Tenants Union at the table? Only then its people count.');
    expect(document.activeElement).toBe(focused);
    panel.click(answer('Yes, at the table'));
    expect(engagement('union')).toBe('partner');
    expect(question()).toBeNull();
    place('p2', 'union');
    expect(question()).toBeNull();
    panel.history.undo();
    panel.history.undo();
    panel.draw();
    expect(engagement('union')).toBe('not_contacted');
  });

  it('[OUTLINE-20] "not yet" changes nothing, and the second representative asks nothing', () => {
    panel.boardMap.run(...addOrganization('union', 'Tenants Union', null));
    place('p1', 'union');
    panel.click(answer('Not yet'));
    place('p2', 'union');
    expect(question()).toBeNull();
    expect(engagement('union')).toBe('not_contacted');
  });

  it('[OUTLINE-20] who is at the table already is not asked about, and it goes when somebody else answers it', () => {
    const partner = panel.boardMap.map().organizations.find((one) => one.engagement === 'partner');
    place('p0', partner?.id ?? '');
    expect(question()).toBeNull();
    panel.boardMap.run(...addOrganization('union', 'Tenants Union', null));
    place('p1', 'union');
    panel.boardMap.run({ type: 'edit', collection: 'organizations', id: 'union', fields: { engagement: 'partner' } });
    panel.draw();
    expect(question()).toBeNull();
  });
});
