/** A picture on the board, and nothing that leaves the server. */
import type { Request } from '@playwright/test';
import { BoardScreen } from '../pages/BoardScreen.ts';
import { expect, ownServerTest, test } from '../people.ts';

/** From now on: what the line says of "Saved" while no picture stands on the board. */
async function savedTooEarly({ page }: BoardScreen): Promise<() => Promise<readonly string[]>> {
  const seen = await page.evaluateHandle(() => {
    const said: string[] = [];
    const look = (): void => {
      const text = document.querySelector('[data-testid="line"]')?.textContent ?? '';
      const hasPicture = document.querySelector('.tl-shape[data-shape-type="image"]') !== null;
      if (text.includes('Saved') && !hasPicture) said.push(text);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    return said;
  });
  return () => seen.jsonValue();
}

/** 2 x 1 pixels */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR42mPg9vf6dNAPAAeiAqbSweDGAAAAAElFTkSuQmCC',
  'base64',
);

test('[ASSET] a picture placed by one is seen by the other, and no request goes to another host', async ({
  join,
  server,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const foreign: string[] = [];
  for (const person of [maya, jordan]) {
    person.page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.origin) && !/^(data|blob):/.test(url)) foreign.push(url);
    });
  }
  await maya.placePicture(png);
  for (const person of [maya, jordan]) {
    // While the stored picture takes the place of the preview there are two.
    const image = person.page.locator('.tl-shape[data-shape-type="image"] img').first();
    await expect(image).toBeVisible();
    await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(2);
  }
  expect(foreign).toEqual([]);
});

test('[PAGE-11] something that only calls itself a picture is refused with a sentence', async ({ join }) => {
  const maya = await join('facilitator', 'Maya Okafor');
  await maya.placePicture(Buffer.from('<svg onload="x()"/>'));
  await expect(maya.page.getByText('Only PNG, JPEG, GIF and WebP pictures can be placed on the board.')).toBeVisible();
  await expect(maya.page.locator('.tl-shape[data-shape-type="image"]')).toHaveCount(0);
});

test('[PASTE-4] a photo that is too large says how large a board takes, and is placed smaller on request', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  await maya.page.mouse.click(700, 700);
  const bytes = await maya.page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 2_000;
    const context = canvas.getContext('2d');
    const noise = context?.createImageData(2_000, 2_000);
    if (!context || !noise) throw new Error('nothing can be drawn here');
    // as hard to press together as the grain of a photo
    for (let at = 0; at < noise.data.length; at += 65_536) crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
    for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255;
    context.putImageData(noise, 0, 0);
    const photo = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (photo === null) throw new Error('there is no photo');
    const data = new DataTransfer();
    data.items.add(new File([photo], 'harbor.png', { type: 'image/png' }));
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
    return photo.size;
  });
  expect(bytes).toBeGreaterThan(10 * 1024 * 1024);
  await expect(
    maya.page
      .locator('.tlui-toast__title')
      .getByText(/harbor\.png” has \d+(\.\d)? MB; a board takes pictures up to 10 MB/),
  ).toBeVisible();
  const pictures = jordan.page.locator('.tl-shape[data-shape-type="image"] img');
  await expect(pictures).toHaveCount(0);
  await maya.page.getByRole('button', { name: 'Place it smaller' }).click();
  await expect(pictures).toHaveCount(1);
  await expect(pictures.first()).toHaveJSProperty('naturalWidth', 2_000);
});

test('[ASSET-5] a picture pasted without a line waits on the device, also when its tab is closed, and is placed on return', async ({
  join,
  server,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const context = maya.page.context();
  await context.setOffline(true);
  await expect(maya.line).toHaveText(/Offline/, { timeout: 60_000 });
  await maya.pastePicture(2);
  await expect(maya.page.getByText('A picture waits on this device.')).toBeVisible();
  await expect(maya.line).toHaveText('Offline: 1 change kept on this device');
  await maya.page.close();
  await context.setOffline(false);
  await expect(jordan.page.locator('.tl-shape[data-shape-type="image"]')).toHaveCount(0);
  const again = new BoardScreen(await context.newPage());
  await again.page.goto(`${server.origin}/b/${board.id}`);
  for (const person of [jordan, again]) {
    const image = person.page.locator('.tl-shape[data-shape-type="image"] img').first();
    await expect(image).toBeVisible({ timeout: 30_000 });
    await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(2);
  }
  await again.isSaved();
});

ownServerTest(
  '[ASSET-5] [LINE-3] a picture under way when the server is killed comes afterwards, and "Saved" is not said before',
  async ({ join, server }) => {
    const maya = await join('facilitator', 'Maya Okafor');
    const jordan = await join('participant', 'Jordan Tate');
    const network = await maya.page.context().newCDPSession(maya.page);
    await network.send('Network.enable');
    const conditions = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 20_000 };
    await network.send('Network.emulateNetworkConditions', conditions);
    const isUpload = (request: Request) => request.method() === 'POST' && request.url().endsWith('/assets');
    const begun = maya.page.waitForRequest(isUpload);
    const broken = maya.page.waitForEvent('requestfailed', isUpload);
    await maya.pastePicture(500);
    await begun;
    const said = await savedTooEarly(maya);
    await server.kill();
    await broken;
    await expect(maya.line).toHaveText(/Offline/);
    await expect(jordan.pictures).toHaveCount(0);
    await network.send('Network.emulateNetworkConditions', { ...conditions, uploadThroughput: -1 });
    await server.restart();
    for (const person of [maya, jordan]) {
      await expect(person.pictures).toHaveCount(1, { timeout: 60_000 });
      const image = person.pictures.locator('img').first();
      await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(500);
    }
    await maya.isSaved();
    expect(await said()).toEqual([]);
  },
);
