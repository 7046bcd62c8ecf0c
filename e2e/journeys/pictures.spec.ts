/** A picture on the board, and nothing that leaves the server. */
import { expect, test } from '../people.ts';

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
