/** Journey 4: offline on one side, a killed server in the middle, nothing lost. */
import { BoardScreen } from '../pages/BoardScreen.ts';
import { expect, ownServerTest, test } from '../people.ts';

ownServerTest(
  '[LINE] five notes made offline and five made meanwhile by somebody else are ten for both',
  async ({ join, server }) => {
    const maya = await join('facilitator', 'Maya Okafor');
    const jordan = await join('participant', 'Jordan Tate');
    await jordan.page.context().setOffline(true);
    await expect(jordan.line).toHaveText(/Offline/, { timeout: 60_000 });
    for (let i = 0; i < 5; i++) {
      await jordan.addNote(240 + i * 150, 300, `Offline ${i}`);
      await maya.addNote(240 + i * 150, 560, `Online ${i}`);
    }
    await expect(jordan.line).toHaveText(/Offline: \d+ changes kept on this device/);
    await maya.isSaved();
    await server.kill();
    await expect(maya.line).toHaveText(/Offline/);
    await server.restart();
    await jordan.page.context().setOffline(false);
    for (const person of [maya, jordan]) {
      await person.isSaved();
      await expect(person.notes).toHaveCount(10);
    }
  },
);

ownServerTest(
  '[SYNC-3] what said Saved is there after the server was killed, for somebody who was never here before',
  async ({ join, server }) => {
    const maya = await join('facilitator', 'Maya Okafor');
    await maya.addNote(600, 450, 'Kept');
    await maya.isSaved();
    await server.kill();
    await server.restart();
    const late = await join('participant', 'Sam Ortega');
    await expect(late.note('Kept')).toBeVisible();
  },
);

test('[LINE] a closed tab brings its unsent notes along when it opens again', async ({ join, server, board }) => {
  const jordan = await join('participant', 'Jordan Tate');
  const maya = await join('facilitator', 'Maya Okafor');
  await jordan.page.context().setOffline(true);
  await expect(jordan.line).toHaveText(/Offline/, { timeout: 60_000 });
  await jordan.addNote(600, 450, 'Typed in the tunnel');
  await expect(jordan.line).toHaveText(/kept on this device/);
  await jordan.write('Typed in the tunnel');
  await jordan.caretTo('End');
  await jordan.page.keyboard.type(', to the last letter');
  const context = jordan.page.context();
  await jordan.page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${server.origin}/b/${board.id}`);
  await expect(maya.note('Typed in the tunnel, to the last letter')).toBeVisible({ timeout: 30_000 });
});

test('[LINE-8] [LINE-3] what a closed tab could not send is sent by the other tab, before that says Saved', async ({
  join,
  server,
  board,
}) => {
  const jordan = await join('participant', 'Jordan Tate');
  const maya = await join('facilitator', 'Maya Okafor');
  const second = new BoardScreen(await jordan.page.context().newPage());
  await second.page.goto(`${server.origin}/b/${board.id}`);
  await second.isLive();
  // this tab alone
  const network = await jordan.page.context().newCDPSession(second.page);
  await network.send('Network.enable');
  const offline = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
  await network.send('Network.emulateNetworkConditions', offline);
  await expect(second.line).toHaveText(/Offline/, { timeout: 60_000 });
  await second.addNote(600, 450, 'From the other tab');
  await expect(second.line).toHaveText(/kept on this device/);
  await second.page.close();
  await expect(maya.note('From the other tab')).toBeVisible({ timeout: 30_000 });
  await jordan.isSaved();
  await expect(jordan.note('From the other tab')).toBeVisible();
});
