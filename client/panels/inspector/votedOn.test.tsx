// @vitest-environment jsdom
/** What details offer of a thing that people vote on just now. */
import { afterEach, expect, it } from 'vitest';
import { VotedContext } from '#client/map/VotedContext.ts';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { InspectorPanel } from './InspectorPanel.tsx';

let panel: ShownPanel;
afterEach(() => panel.close());

it('[SHEET-8] while people vote on an interest its name is only read, for facilitators, too; the rest is written', async () => {
  const chosen = { collection: 'interests', id: 'growth' } as const;
  const show = async (...voted: string[]) => {
    panel = await showPanel(
      <VotedContext value={new Set(voted)}>
        <InspectorPanel from="Outline" onBack={() => {}} />
      </VotedContext>,
      { isFacilitator: true, chosen },
    );
    return [...panel.place.querySelectorAll<HTMLInputElement>('input, select')].map(
      (field) => field.readOnly || field.disabled,
    );
  };
  const [name, ...others] = await show('map:interests/growth');
  expect([name, others.includes(true)]).toEqual([true, false]);
  panel.close();
  expect((await show('map:interests/skills', 'map:ideas/growth')).includes(true)).toBe(false);
});
