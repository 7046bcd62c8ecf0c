/** Nothing of a running workshop is out of reach: in low and narrow windows (zoomed far in), on phones, tablets and laptops. */
import type { Page } from '@playwright/test';
import { beginEverything } from '../pages/beginEverything.ts';
import { findUnreachable } from '../pages/findUnreachable.ts';
import { RoundsView } from '../pages/RoundsView.ts';
import { expect, linkOf, test } from '../people.ts';

/** The one button that a screen wants pressed is there for hand and eye. */
async function isPrimary(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await expect(button).toBeVisible();
  expect(await findUnreachable(button.locator('..'))).toEqual([]);
  const [ground, around] = await button.evaluate((element) => [
    getComputedStyle(element).backgroundColor,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(ground, name).not.toBe(around);
}

/** As a laptop shows them at a zoom of 450, 340 and 260 percent. */
const low = [
  { width: 320, height: 256 },
  { width: 427, height: 341 },
  { width: 546, height: 307 },
] as const;
const usual = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
] as const;

const acts = ['Go there', 'I am ready', 'Answer', 'Vote', 'Write'];

/** It opened by itself. */
async function closeOwnPart(rounds: RoundsView): Promise<void> {
  await rounds.takePart('Write');
  await rounds.panel.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(rounds.panel).toHaveCount(0);
}

async function floats(page: Page, rounds: RoundsView, name: string): Promise<void> {
  await rounds.floats(page.getByRole('main').getByRole('button', { name, exact: true }));
  await isPrimary(page, name);
}

async function walkWhatFloats(page: Page, rounds: RoundsView, size: string): Promise<void> {
  await closeOwnPart(rounds);
  for (const name of acts) {
    await floats(page, rounds, name);
    for (const part of ['banner', 'main'] as const) {
      const root = page.getByRole(part);
      const own = part === 'main' ? root.locator('> :not(:first-child)') : root;
      for (const one of await own.all()) expect(await findUnreachable(one), `${part}, ${name}, ${size}`).toEqual([]);
    }
  }
}

test('[PAGE-8] [PAGE-16] [PAGE-18] [PAGE-24] everything of a running workshop is reached in any window', async ({
  join,
  openProfile,
  server,
  api,
  board,
}) => {
  // seven windows, each walked through
  test.setTimeout(300_000);
  await beginEverything(api, board);
  for (const viewport of low) {
    const size = `${viewport.width}x${viewport.height}`;
    const { page } = await join('participant', 'Ana', { profile: { viewport } });
    const rounds = new RoundsView(page);
    await walkWhatFloats(page, rounds, size);
    await page.getByRole('button', { name: 'Raise your hand' }).click();
    await rounds.takePart('Write');
    expect(await findUnreachable(rounds.panel), `panel, ${size}`).toEqual([]);
    await rounds.idea.fill('Buses at night');
    await rounds.ideas.getByRole('button', { name: 'Write', exact: true }).click();
    await expect(rounds.own('Buses at night')).toBeVisible();
    await rounds.more('Schools').click();
    await expect(rounds.dotsOn('Schools')).toHaveText('1');
    await rounds.answerAll(4);
    await rounds.pulse.getByRole('button', { name: 'Send my answers' }).click();
    await expect(rounds.pulse.getByText('Thank you.')).toBeVisible();
    await rounds.panel.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(rounds.panel).toHaveCount(0);
    await page.context().close();
  }
  const { page: other } = await join('participant', 'Ben', { profile: { viewport: usual[0] } });
  const rounds = new RoundsView(other);
  await closeOwnPart(rounds);
  for (const viewport of usual) {
    await other.setViewportSize(viewport);
    const size = `${viewport.width}x${viewport.height}`;
    for (const name of acts) await floats(other, rounds, name);
    expect(await findUnreachable(other.getByRole('banner')), `bar, ${size}`).toEqual([]);
    const sheet = await other.locator('.tl-container').boundingBox();
    expect(sheet, size).toEqual({ x: 0, y: 0, ...viewport });
    const covered = await findUnreachable(other.locator('.tlui-layout'));
    // The way past the tools shows only while it has the focus.
    expect(
      covered.filter((name) => name !== 'Move focus to canvas'),
      `tools, ${size}`,
    ).toEqual([]);
    await rounds.takePart('Vote');
    await expect(rounds.more('Schools')).toBeInViewport();
    expect(await findUnreachable(rounds.panel), `panel, ${size}`).toEqual([]);
    for (const one of await other.getByRole('main').locator('> :not(:first-child)').all())
      expect(await findUnreachable(one), `beside the panel, ${size}`).toEqual([]);
    await rounds.panel.getByRole('button', { name: 'Close', exact: true }).click();
  }
  const { page: lead } = await join('facilitator', 'Cal', { profile: { viewport: usual[1] } });
  for (const viewport of usual.slice(1)) {
    await lead.setViewportSize(viewport);
    const size = `${viewport.width}x${viewport.height}`;
    expect(await findUnreachable(lead.getByRole('banner')), `bar of a facilitator, ${size}`).toEqual([]);
    const name = await lead.getByRole('banner').getByRole('heading').boundingBox();
    expect(name?.width, `the board's name, ${size}`).toBeGreaterThan(60);
  }
  const page = await openProfile({ viewport: low[0] });
  for (const [address, button] of [
    [`${server.origin}/`, 'Start board'],
    [linkOf(server, board, 'participant'), 'Join the board'],
  ] as const) {
    await page.goto(address);
    await isPrimary(page, button);
    expect(await findUnreachable(page.locator('body')), address).toEqual([]);
  }
});
