/**
 * Before somebody else goes on with this device: sends what the person before them left in the copy, as theirs, and takes the
 * copy off the device. Loaded when it is needed, since it brings the line and Yjs.
 */
import type { BoardConnection } from '#client/connection/BoardConnection.ts';
import { type CopyDisk, copyName, deleteCopy, shelfName } from './copyDisk.ts';
import { openIndexedDbCopy } from './IndexedDbCopy.ts';
import { imageShelf } from './imageShelf.ts';
import type { Clock } from '#client/connection/Ports.ts';

const longestMs = 10_000;

export interface SendLeftSetup {
  readonly disk: CopyDisk;
  readonly board: string;
  readonly person: string;
  readonly clock: Clock;
  readonly report: (fault: unknown) => void;
  /** A line of the person who was here, not started. */
  readonly connect: () => BoardConnection;
}

/** False: something could not be sent, and the copy stays as it is. */
export async function sendLeft({ disk, board, person, clock, report, connect }: SendLeftSetup): Promise<boolean> {
  const copy = await openIndexedDbCopy(disk, copyName(board, person), 'leaving');
  const unsaved = await copy.unsavedOfOthers();
  const aside = await copy.listSetAside();
  copy.close();
  const images = await imageShelf(disk.database, shelfName(board, person)).all();
  if (aside.length + images.length > 0) return false;
  if (unsaved.size > 0 && !(await isSent(connect(), clock))) return false;
  // another tab may hold it open: nobody waits for that
  deleteCopy(disk, board, person).catch(report);
  return true;
}

async function isSent(connection: BoardConnection, clock: Clock): Promise<boolean> {
  let forgetTimer = (): void => {};
  const sent = new Promise<boolean>((resolve) => {
    forgetTimer = clock.after(longestMs, () => resolve(false));
    connection.subscribe(() => {
      const { line, notices } = connection.view();
      const isKept = notices.some(({ kind }) => kind !== 'undone');
      if (line.kind === 'ended' || line.kind === 'readOnly' || isKept) resolve(false);
      else if (line.kind === 'live' && !line.saving) resolve(true);
    });
  });
  await connection.start();
  const answer = await sent;
  forgetTimer();
  connection.stop();
  return answer;
}
