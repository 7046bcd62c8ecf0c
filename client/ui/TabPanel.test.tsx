// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TabPanel } from './TabPanel.tsx';

let root: Root;
let place: HTMLElement;
const tabs = [
  { name: 'list', text: 'List' },
  { name: 'other', text: 'Other' },
] as const;

const show = (view: 'list' | 'other', shown: string = view) =>
  act(() =>
    root.render(
      <TabPanel
        label="Views"
        closeLabel="Close"
        tabs={tabs}
        chosen={view}
        place={shown}
        takesFocus={false}
        onChoose={() => {}}
        onClose={() => {}}
      >
        {shown}
      </TabPanel>,
    ),
  );
const body = () => place.querySelector('[role=tabpanel]') as HTMLElement;
const scrollTo = (top: number) => {
  body().scrollTop = top;
  body().dispatchEvent(new Event('scroll'));
};

describe('a panel with views', () => {
  beforeEach(() => {
    Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
    place = document.createElement('div');
    document.body.append(place);
    root = createRoot(place);
  });
  afterEach(() => {
    act(() => root.unmount());
    place.remove();
  });

  it('[OUTLINE-14] details begin at their top, and the list stands again where it was', () => {
    show('list');
    scrollTo(420);
    show('list', 'details a');
    expect(body().scrollTop).toBe(0);
    scrollTo(90);
    show('list', 'details b');
    expect(body().scrollTop).toBe(0);
    show('list');
    expect(body().scrollTop).toBe(420);
    show('other');
    expect(body().scrollTop).toBe(0);
    show('list');
    expect(body().scrollTop).toBe(0);
  });
});
