// @vitest-environment jsdom
import { useSyncExternalStore } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { cast, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
import { useBoardMap } from '#client/map/MapContext.ts';
import type { PulseActivity } from '#shared/wire/SealedActivity.ts';
import { EarlierActivities } from './EarlierActivities.tsx';
import { ActivityBanner } from './ActivityBanner.tsx';

const pulse: PulseActivity = {
  kind: 'pulse',
  id: 'aaaaaaaaaaaaaaaa',
  status: 'open',
  openedAt: 1,
  closedAt: null,
  responded: 2,
  counted: 2,
  invited: 6,
  minimum: 5,
  counts: null,
};
function Said() {
  const { spoken } = useBoardMap();
  return <p role="status">{useSyncExternalStore(spoken.subscribe, spoken.text)}</p>;
}

let shown: ShownWorkshop;
afterEach(() => shown.close());

describe('an activity that could not be brought back', () => {
  it('[SEALED-21] is said once, and its card says why nothing is shown', async () => {
    shown = await showWorkshop(
      cast.jordan,
      <>
        <ActivityBanner />
        <EarlierActivities />
        <Said />
      </>,
    );
    shown.activities(pulse);
    shown.activities({ ...pulse, status: 'discarded', closedAt: 2, lost: true });
    await expect
      .poll(() => shown.spokenNow().join())
      .toContain('The round could not be brought back; nobody’s answers were kept.');
    const text = shown.place.textContent ?? '';
    expect(text).toContain('can no longer read what people wrote');
    expect(text).not.toContain('ended without showing');
  });
});
