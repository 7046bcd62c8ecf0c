// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '#shared/map/commands/Command.ts';
import { madeId } from '#shared/kinds/ids.ts';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { InspectorPanel } from './InspectorPanel.tsx';

let panel: ShownPanel;
afterEach(() => panel.close());

const idea = (id: string, text: string): Command => ({
  type: 'add',
  collection: 'ideas',
  id,
  fields: { sheet_id: 's', text, group_id: 'g' },
});
const linksOf = (title: string) => {
  const section = [...panel.place.querySelectorAll('section')].find(
    (one) => one.querySelector('h4')?.textContent === title,
  );
  return [...(section?.querySelectorAll('button') ?? [])].map((one) => one.textContent);
};

describe('where a thing comes from', () => {
  it('[SHEET-46] an interest tells what people wrote, merged ones too, and a group what became of it', async () => {
    panel = await showPanel(<InspectorPanel from="Outline" onBack={() => undefined} />, { template: 'blank' });
    act(() => {
      panel.boardMap.run(
        { type: 'add', collection: 'sheets', id: 's', fields: { question: 'Who pays?' } },
        { type: 'add', collection: 'groups', id: 'g', fields: { sheet_id: 's', title: 'Money' } },
        idea('a', 'Banks'),
        idea('b', 'The banks'),
        idea('c', 'Foundations'),
        { type: 'mergeIdeas', ideas: ['a', 'b'] },
        { type: 'make', sources: ['groups/g'], to: { collection: 'interests' } },
      );
      panel.selection.choose([{ collection: 'interests', id: madeId('groups/g', 'interests') }]);
    });
    panel.draw();
    expect(linksOf('What people wrote')).toEqual(['Banks', 'The banks', 'Foundations']);
    act(() => panel.selection.choose([{ collection: 'groups', id: 'g' }]));
    panel.draw();
    expect(linksOf('What became of it')).toEqual(['Interest: Money']);
    act(() => {
      panel.boardMap.run({ type: 'remove', collection: 'sheets', id: 's' });
    });
    act(() => panel.selection.choose([{ collection: 'interests', id: madeId('groups/g', 'interests') }]));
    panel.draw();
    expect(panel.place.textContent).toContain('Nothing is written there any more.');
  });
});
