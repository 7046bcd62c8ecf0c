/** What somebody left unsent here, before another person joins: sent as theirs where that is possible, else named. */
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import { BoardConnection } from '#client/connection/BoardConnection.ts';
import { browserPorts, syncUrl } from '#client/connection/browserPorts.ts';
import { copyDisk } from '#client/connection/copy/copyDisk.ts';
import { sendLeft } from '#client/connection/copy/sendLeft.ts';
import { systemClock } from '#client/connection/systemClock.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { hasDrafts } from '#client/drafts/Drafts.ts';
import { tabShelf } from '#client/drafts/tabShelf.ts';
import type { Services } from '#client/app/Services.ts';

const longestMs = 15_000;

/** `changes` stay on the device for their own person; `words` that were typed and not sent go when somebody else joins. */
export type Left = 'changes' | 'words';

export interface Leaving {
  readonly left: VisitedBoard;
  /** Only this tab goes on as somebody else: what is on the device waits for them there. */
  readonly stays: boolean;
}

export async function settleLeft({ left, stays }: Leaving, { api, report }: Services): Promise<readonly Left[]> {
  const { id: board, person, seat, role, title } = left;
  const connect = (): BoardConnection =>
    new BoardConnection({
      board,
      role,
      title,
      syncUrl: syncUrl(location),
      ports: browserPorts({ server: new SeatApi(api, board, seat), board, person, report }),
    });
  const words: readonly Left[] = hasDrafts(tabShelf(), { board, person }) ? ['words'] : [];
  // where the browser keeps no copies nothing is left in one
  if (stays || typeof indexedDB === 'undefined') return words;
  try {
    const sending = sendLeft({ disk: copyDisk(), board, person, clock: systemClock, report, connect });
    // a database that does not answer keeps nobody from joining
    const isSent = await Promise.race([sending, inTime()]);
    return isSent ? words : ['changes', ...words];
  } catch (fault) {
    report(fault);
    return words;
  }
}

function inTime(): Promise<false> {
  return new Promise((resolve) => systemClock.after(longestMs, () => resolve(false)));
}
