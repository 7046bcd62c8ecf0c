/** Decides whether one more connection fits into a room. */
import { placesFor } from '#shared/wire/placesFor.ts';
import type { CloseName } from '#shared/wire/closeCodes.ts';
import type { Connection } from '#server/relay/connection/Connection.ts';
import type { RelayOptions } from '#server/relay/Relay.ts';

/** null when it fits, else why not. Cuts a dead line of the same person where that makes room. */
export function makeRoom(
  members: ReadonlySet<Connection>,
  connection: Connection,
  options: Pick<RelayOptions, 'limits' | 'clock'>,
): CloseName | null {
  const { limits, clock } = options;
  const own = Array.from(members).filter((member) => member.person.id === connection.person.id);
  const isFull = members.size >= placesFor(connection.person.role, limits.connectionsPerRoom);
  if (!isFull && own.length < limits.connectionsPerPerson) return null;
  // a line that flaps leaves dead sockets behind, which are noticed late; here they would keep their own person out
  const silent = own.find(
    (member) => clock.elapsedMs() - clock.stoodStillMs() - member.lastHeardMs > limits.pingEveryMs * 1.25,
  );
  if (silent === undefined) return isFull ? 'roomFull' : 'tooManyTabs';
  silent.terminate();
  return null;
}
