/** Between the room's window and the facilitator's on one device: a clicker presses keys where the projector shows, and may only look. */
import * as v from 'valibot';

const Turn = v.picklist([1, -1]);

export interface Clicks {
  readonly tell: (by: 1 | -1) => void;
  /** Returns how to stop. */
  readonly listen: (onTurn: (by: 1 | -1) => void) => () => void;
}

export function clicksOf(board: string): Clicks {
  const name = `roundtable.room.${board}`;
  return {
    tell: (by) => {
      const channel = new BroadcastChannel(name);
      // a channel is of one origin, and takes no other
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      channel.postMessage(by);
      channel.close();
    },
    listen: (onTurn) => {
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const read = v.safeParse(Turn, data);
        if (read.success) onTurn(read.output);
      });
      return () => channel.close();
    },
  };
}
