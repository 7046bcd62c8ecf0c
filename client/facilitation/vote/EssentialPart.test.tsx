// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { useMap } from '#client/map/MapContext.ts';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { EssentialPart } from './EssentialPart.tsx';

let panel: ShownPanel;

function Closed({ totals }: { readonly totals: readonly number[] }) {
  const { interests } = useMap();
  const options = totals.map((_, at) => ({
    id: `o${at}`,
    label: interests[at]?.title ?? '',
    ref: `map:interests/${interests[at]?.id}`,
  }));
  return <EssentialPart options={options} totals={totals} />;
}

/** A closed vote on interests that are all supporting before. */
async function show(totals: readonly number[], isFacilitator = true): Promise<void> {
  panel = await showPanel(<Closed totals={totals} />, { isFacilitator });
  act(() => {
    for (const { id } of panel.boardMap.map().interests)
      panel.boardMap.run({ type: 'edit', collection: 'interests', id, fields: { weight: 'supporting' } });
  });
}

const essential = () =>
  panel.boardMap.map().interests.flatMap(({ weight }, at) => (weight === 'essential' ? [at] : []));
const button = (name: RegExp) =>
  [...panel.place.querySelectorAll('button')].find((one) =>
    name.test(one.textContent + (one.getAttribute('aria-label') ?? '')),
  );

describe('essential interests from a vote', () => {
  afterEach(() => panel.close());

  it('[SHEET-7] the first ones at one press, as many as are chosen', async () => {
    await show([1, 5, 3, 0]);
    panel.click(button(/Make 1 interest essential/));
    expect(essential()).toEqual([1]);
    panel.click(button(/One more/));
    panel.click(button(/Make 2 interests essential/));
    expect(essential()).toEqual([1, 2]);
    expect(panel.place.textContent).toContain('2 interests are essential.');
    // what nobody gave a dot is never among them
    panel.click(button(/One more/));
    expect(button(/One more/)?.disabled).toBe(true);
  });

  it('[SHEET-7] a tie is not cut but by who runs the workshop', async () => {
    await show([4, 2, 2, 2]);
    panel.click(button(/One more/));
    expect(panel.place.textContent).toContain('These have equally many dots.');
    panel.click(panel.place.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]);
    panel.click(button(/Make 2 interests essential/));
    expect(essential()).toEqual([0, 2]);
  });

  it('[SHEET-7] is not offered to participants', async () => {
    await show([4, 2, 1, 0], false);
    expect(panel.place.querySelector('button')).toBeNull();
  });
});
