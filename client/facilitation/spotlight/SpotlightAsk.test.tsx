// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { cast, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
import { SpotlightAsk } from './SpotlightAsk.tsx';

let shown: ShownWorkshop;
const followed = (): string | null => shown.screen.state().followed;
const show = async (me: (typeof cast)['jordan' | 'maya'], follows: string | null) => {
  shown = await showWorkshop(me, <SpotlightAsk />, { board: { screen: { followed: follows } } });
};

describe('bring everyone here', () => {
  afterEach(() => shown.close());

  it('[SPOT-1] that somebody asks everybody to look is said, the first time, too', async () => {
    await show(cast.jordan, null);
    shown.asks(cast.maya, { do: 'spotlight', person: cast.maya.id, firm: false, place: null });
    const sentence = 'Maya Okafor asks everybody to look here.';
    expect(shown.spokenNow()).toEqual([sentence]);
    // set again once a reader can know the region: only a change in it is heard
    await expect.poll(shown.spokenNow).toEqual([`${sentence}\u00a0`]);
    expect(followed()).toBeNull();
  });

  it('[SPOT-1] whoever begins to lead follows nobody any more', async () => {
    await show(cast.maya, cast.jordan.id);
    shown.asks(cast.maya, { do: 'spotlight', person: cast.maya.id, firm: true, place: null });
    expect(followed()).toBeNull();
  });

  it('[SPOT-2] with the end of the spotlight nobody follows because of it', async () => {
    await show(cast.jordan, cast.maya.id);
    shown.asks(cast.maya, { do: 'spotlight', person: cast.maya.id, firm: true, place: null });
    expect(followed()).toBe(cast.maya.id);
    shown.asks(cast.maya, { do: 'endSpotlight' });
    expect(followed()).toBeNull();
  });
});
