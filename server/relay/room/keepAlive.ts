/** Once a second per connection: ping, notice a dead line, and send data at least every 20 s. */
import type { Connection } from '#server/relay/connection/Connection.ts';
import type { RelayOptions } from '#server/relay/Relay.ts';
import { emptyPresenceMessage } from '#server/relay/presence/RoomPresence.ts';

/** y-websocket gives up after 30 s without data; with a look every second this keeps the promise of 20 s */
const pulseAfterMs = 18_000;

export function keepAlive(connection: Connection, options: Pick<RelayOptions, 'clock' | 'limits'>): void {
  const now = options.clock.elapsedMs();
  if (now - options.clock.stoodStillMs() - connection.lastHeardMs >= options.limits.deadAfterMs) {
    connection.terminate();
    return;
  }
  if (now - connection.lastPingMs >= options.limits.pingEveryMs) connection.ping(now);
  if (now - connection.lastDataMs < pulseAfterMs) return;
  if (connection.saidHello) connection.tell({ type: 'pulse', now: options.clock.nowMs() });
  else connection.send(emptyPresenceMessage);
}
