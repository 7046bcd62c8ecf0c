/** Journey 2, the canvas: several people in one picture, each undoing only their own. */
import { expect, test } from '../people.ts';
import { writesOnCanvas } from '../pages/writesOnCanvas.ts';

test('[BIND] a note of one stands on the screen of the others, and both texts stay when two type in it', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  await maya.addNote(600, 450, 'Ride to work');
  await expect(jordan.note('Ride to work')).toBeVisible();
  await jordan.write('Ride to work');
  await maya.write('Ride to work');
  await jordan.caretTo('End');
  await maya.caretTo('Home');
  await Promise.all([
    jordan.page.keyboard.type(' and home again', { delay: 30 }),
    maya.page.keyboard.type('First: ', { delay: 30 }),
  ]);
  for (const person of [maya, jordan]) {
    await expect(person.notes).toHaveText(/First: Ride to work and home again/);
  }
});

test('[OWN-1] whoever loses the note they write in keeps their words, and what they type on commands nothing', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  await maya.addNote(900, 600, 'Stays');
  await maya.addNote(600, 450, 'Ride to work');
  await jordan.write('Ride to work');
  await jordan.caretTo('End');
  await jordan.page.keyboard.type(' and then');
  await expect(maya.note('Ride to work and then')).toBeVisible();
  await maya.note('Ride to work').click();
  await maya.page.keyboard.press('Delete');
  const card = jordan.page.getByRole('alert').filter({ hasText: 'Somebody else removed what you were writing in.' });
  await expect(card).toBeFocused();
  await expect(card).toContainText('Ride to work and then');
  await jordan.page.keyboard.type(' a sentence with d and e');
  await jordan.page.keyboard.press('Delete');
  await expect(jordan.page.getByTestId('tools.select')).toHaveAttribute('aria-pressed', 'true');
  await expect(jordan.note('Stays')).toBeVisible();
  await jordan.page.keyboard.press('Escape');
  await card.getByRole('button', { name: 'Place as a note' }).click();
  await expect(card).toHaveCount(0);
  await expect(maya.note('Ride to work and then')).toBeVisible();
});

test('[UNDO] undo takes back only my own act while the other goes on', async ({ join }) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  await jordan.draw([400, 600], [520, 640]);
  await expect(maya.drawings).toHaveCount(1);
  await maya.addNote(700, 450, 'Stays');
  await expect(jordan.note('Stays')).toBeVisible();
  await jordan.undo();
  await expect(maya.drawings).toHaveCount(0);
  await expect(maya.note('Stays')).toBeVisible();
  await expect(jordan.note('Stays')).toBeVisible();
});

test('[BIND-21] one turn of the wheel moves the view once, though the page is busy when the wheel rests', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  await maya.addNote(700, 500, 'Here');
  await maya.page.keyboard.press('Escape');
  const top = async (): Promise<number> => (await maya.note('Here').boundingBox())?.y ?? 0;
  const before = await top();
  await maya.page.mouse.move(700, 600);
  // as on a machine that has much to do: nothing runs for longer than tldraw waits for the wheel to rest
  await maya.page.evaluate(() => {
    const busy = (): void => {
      const end = performance.now() + 400;
      while (performance.now() < end);
      // what came due meanwhile runs before this
      setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => (document.title = 'rested'))));
    };
    addEventListener('wheel', () => setTimeout(busy, 20), { once: true, capture: true });
  });
  await maya.page.mouse.wheel(0, 100);
  await expect(maya.page).toHaveTitle('rested');
  expect(await top()).toBeCloseTo(before - 100, 0);
});

test('[PASTE-1] cells become notes for everybody, or one text; in an open note they are letters, and copies are lines', async ({
  join,
}) => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const maya = await join('facilitator', 'Maya Okafor', { profile: { permissions } });
  const jordan = await join('participant', 'Jordan Tate');
  const paste = (text: string, html = '') =>
    maya.page.evaluate(
      ([plain, rich]) => {
        const data = new DataTransfer();
        data.setData('text/plain', plain);
        if (rich !== '') {
          data.setData('text/html', rich);
          data.items.add(new File(['a picture of the cells'], 'image.png', { type: 'image/png' }));
        }
        const at = document.activeElement ?? document.body;
        at.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      },
      [text, html] as const,
    );
  const cells = 'Harbor Steel\t120\nCity Kitchens\t14\n';
  const html = '<table><tr><td>Harbor Steel</td><td>120</td></tr><tr><td>City Kitchens</td><td>14</td></tr></table>';
  await maya.page.mouse.click(700, 700);
  await paste(cells, html);
  await expect(jordan.notes).toHaveCount(4);
  await maya.page.keyboard.press('ControlOrMeta+c');
  await expect
    .poll(() => maya.page.evaluate(() => navigator.clipboard.readText()))
    .toBe('Harbor Steel\n120\nCity Kitchens\n14');
  await maya.page.getByRole('button', { name: 'As one text instead' }).click();
  await expect(jordan.notes).toHaveCount(0);
  await expect(jordan.page.locator('.tl-shape[data-shape-type="text"]')).toContainText('Harbor Steel');
  await maya.page.keyboard.press('Escape');
  await maya.page.keyboard.press('n');
  await maya.page.mouse.click(420, 700);
  await writesOnCanvas(maya.page);
  await maya.page.keyboard.type('Who: ');
  await paste(cells, html);
  await expect(jordan.notes).toHaveText(/Who: Harbor Steel\s120\s*City Kitchens\s14/);
  await maya.page.keyboard.press('Escape');
  await maya.page.keyboard.press('Escape');
  await paste('word '.repeat(8_000));
  await expect(
    maya.page
      .locator('.tlui-toast__title')
      .getByText('This text has 40,000 letters; a text on the board takes up to 20,000.'),
  ).toBeVisible();
  await expect(jordan.page.locator('.tl-shape[data-shape-type="text"]')).toHaveCount(1);
});
