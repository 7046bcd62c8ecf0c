/** What a facilitator with a room behind her sees while a step runs: all of it at one glance, the rest one press away. */
import type { Locator } from '@playwright/test';
import { BoardScreen } from '../../pages/BoardScreen.ts';
import { DoorScreen } from '../../pages/DoorScreen.ts';
import { findSerious } from '../../pages/findSerious.ts';
import { RoundsView } from '../../pages/RoundsView.ts';
import { WorkshopView } from '../../pages/WorkshopView.ts';
import { expect, linkOf, phone, test } from '../../people.ts';

const sizes = [
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
] as const;

/** What stands in the panel of whoever leads, in its order. */
const seen = (panel: Locator): Readonly<Record<string, Locator>> => ({
  step: panel.getByRole('heading', { name: 'Interests' }),
  only: panel.getByRole('heading', { name: 'Only facilitators see this' }),
  written: panel.getByRole('list', { name: 'How far the room is' }).getByText('1 of 2'),
  here: panel.getByRole('button', { name: '4 here now' }),
  kinds: panel.getByRole('list', { name: /^Here by kind/ }),
  hands: panel.getByRole('region', { name: 'Raised hands' }).getByText('Ines Marsh'),
  notes: panel.getByRole('region', { name: 'Notes for facilitators' }),
  folded: panel.getByRole('group', { name: 'More for facilitators' }),
  first: panel.getByRole('button', { name: 'Reveal 2 ideas' }),
  second: panel.getByRole('button', { name: '+1 minute' }),
});

/** How far what is in the panel reaches beyond it. */
const overflow = (panel: Locator): Promise<number> =>
  panel.evaluate((element) => {
    const body = element.lastElementChild;
    return body === null ? 0 : body.scrollHeight - body.clientHeight;
  });

for (const viewport of sizes) {
  test(`[COCKPIT-1] [COCKPIT-4] a step of private ideas stands whole before a facilitator at ${viewport.width}x${viewport.height}, before another one, too, and before nobody else`, async ({
    join,
    openProfile,
    server,
    board,
  }) => {
    const maya = await join('facilitator', 'Maya Okafor', { profile: { viewport } });
    const priya = await join('facilitator', 'Priya Shah', { profile: { viewport } });
    const ines = await join('participant', 'Ines Marsh');
    const page = await openProfile();
    const door = new DoorScreen(page);
    await door.open(linkOf(server, board, 'participant'));
    await page.getByRole('radio', { name: /^Doer/ }).check();
    await door.join('Jordan Tate');
    await new BoardScreen(page).isLive();

    const [mayaView, priyaView] = [new WorkshopView(maya.page), new WorkshopView(priya.page)];
    await mayaView.choose(/Who is needed for our goal/);
    await mayaView.start();
    for (const title of ['Goal', 'Interests']) {
      await mayaView.next();
      await mayaView.shows(title);
    }
    await mayaView.bar.getByRole('button', { name: /^Start: alone/ }).click();
    const jordan = new RoundsView(page);
    await jordan.takePart('Write');
    await jordan.write('Bus drivers', 'Parents without a car');
    await new WorkshopView(ines.page).bar.getByRole('button', { name: 'Raise your hand' }).click();

    await priyaView.open();
    for (const view of [mayaView, priyaView]) {
      const parts = seen(view.panel);
      for (const [name, part] of Object.entries(parts)) await expect(part, name).toBeInViewport({ ratio: 1 });
      await expect(parts['kinds'] ?? view.panel).toHaveText('Designee: 0Doer: 1Decision-maker: 0');
      expect(await overflow(view.panel)).toBe(0);
    }
    expect(await findSerious(maya.page)).toEqual([]);

    // whoever takes part has none of it
    for (const name of ['Only facilitators see this', 'here now', 'Notes for facilitators', 'Frame and locks'])
      await expect(jordan.panel.getByText(name)).toHaveCount(0);
  });
}

test('[COCKPIT-2] [COCKPIT-3] parts fold by mouse, key and finger, stay as they were on this device, and say what is on', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const sam = await join('facilitator', 'Sam Ortega', { profile: phone });
  await join('participant', 'Jordan Tate');
  const [mayaView, samView] = [new WorkshopView(maya.page), new WorkshopView(sam.page)];
  await mayaView.choose(/Who is needed for our goal/);
  await mayaView.start();
  const title = (view: WorkshopView, name: RegExp): Locator => view.panel.getByRole('button', { name });
  const clock = title(mayaView, /^Clock/);
  const pause = mayaView.panel.getByRole('button', { name: 'Pause the clock' });
  await expect(pause).toHaveCount(0);
  await clock.click();
  await expect(pause).toBeInViewport({ ratio: 1 });
  await clock.press('Enter');
  await expect(pause).toHaveCount(0);
  await clock.press('Space');
  await pause.press('Enter');
  await clock.click();
  await expect(clock).toHaveText(/paused/);
  await title(mayaView, /^Agenda/).click();

  await samView.open();
  const locks = title(samView, /^Frame and locks/);
  await expect(title(samView, /^Clock/)).toHaveText(/paused/);
  await locks.tap();
  await samView.panel.getByRole('button', { name: 'Lock everything' }).tap();
  await locks.tap();
  await expect(locks).toHaveText(/everything locked/);
  await expect(title(mayaView, /^Frame and locks/)).toHaveText(/everything locked/);

  // the two acts, by key
  const acts = mayaView.panel.getByRole('group', { name: 'Likely next' });
  await acts.getByRole('button', { name: 'Ask who is ready' }).press('Enter');
  await expect(title(mayaView, /^Ready check/)).toHaveText(/0 of 1 ready/);
  const end = acts.getByRole('button', { name: 'End the check, 0 of 1 ready' });
  await expect(end).not.toHaveAttribute('aria-disabled');
  await end.press('Enter');
  await expect(end).toHaveCount(0);

  await maya.page.reload();
  await maya.isLive();
  await mayaView.open();
  await expect(title(mayaView, /^Agenda/)).toHaveAttribute('aria-expanded', 'true');
  await expect(clock).toHaveAttribute('aria-expanded', 'false');
});
