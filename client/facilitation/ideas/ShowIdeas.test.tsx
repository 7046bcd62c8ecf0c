// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { cast, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
import type { IdeasActivity } from '#shared/wire/SealedActivity.ts';
import { ShowIdeas } from './ShowIdeas.tsx';

const activity: IdeasActivity = {
  kind: 'ideas',
  id: 'aaaaaaaaaaaaaaaa',
  prompt: 'Who is missing?',
  named: false,
  target: { kind: 'sheet' },
  status: 'revealed',
  openedAt: 1,
  closedAt: 2,
  ideas: 24,
  writers: 5,
  counted: 5,
};

let shown: ShownWorkshop;
afterEach(() => shown.close());

describe('the ways to revealed ideas', () => {
  it('[SEALED-12] lead to the canvas, and from the sheet on into the list in which it is grouped', async () => {
    shown = await showWorkshop(cast.jordan, <ShowIdeas activity={activity} />, { template: 'blank' });
    expect(shown.button('Show the ideas')).toBeDefined();
    expect(shown.button('Group them in a list')).toBeUndefined();
    act(() => {
      shown.boardMap.run({ type: 'add', collection: 'sheets', id: activity.id, fields: { question: 'Who?' } });
    });
    shown.draw();
    shown.click(shown.button('Group them in a list'));
    expect(shown.selection.chosen()).toEqual([{ collection: 'sheets', id: activity.id }]);
    expect(shown.screen.state()).toMatchObject({ panel: 'sheets' });
  });
});
