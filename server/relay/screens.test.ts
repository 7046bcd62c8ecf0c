/** A room's screen is nobody. */
import { expect, it } from 'vitest';
import { protocolVersion } from '#shared/wire/messages.ts';
import { openTestRelay, personId } from '#server/testing/openTestRelay.ts';

const screen = { type: 'hello', protocol: protocolVersion, screen: true };

it("[SCREEN-5] a room's screen is counted as nobody, and nobody else can hide as one", async () => {
  const t = await openTestRelay();
  const observer = await t.join({ person: 1, role: 'observer' });
  const participant = await t.join({ person: 2 });
  const names = () => t.relay.present(t.board).map(({ name }) => name);
  expect(names()).toEqual(['Name 1', 'Name 2']);
  observer.say(screen);
  participant.say(screen);
  await t.settle(40);
  expect(names()).toEqual(['Name 2']);
  t.relay.changeRole(t.board, personId(1), 'participant');
  await t.settle(40);
  expect(names()).toEqual(['Name 1', 'Name 2']);
});
