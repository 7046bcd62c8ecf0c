/**
 * Opens and reads the copy on this device, but never lets a board wait for it: a private window, a broken disk or a browser
 * that does not answer give null, and the line is opened without a copy.
 */
import type { KeptDocument, OfflineCopy } from './OfflineCopy.ts';
import type { ConnectionPorts } from '#client/connection/Ports.ts';

const longestMs = 3_000;

export interface OpenedCopy {
  readonly copy: OfflineCopy;
  readonly kept: KeptDocument;
}

export async function openCopyInTime({ clock, openCopy, report }: ConnectionPorts): Promise<OpenedCopy | null> {
  const opening = (async (): Promise<OpenedCopy | null> => {
    try {
      const copy = await openCopy();
      return copy === null ? null : { copy, kept: await copy.takeOver() };
    } catch (fault) {
      report(fault);
      return null;
    }
  })();
  return new Promise((resolve) => {
    let isLate = false;
    const cancel = clock.after(longestMs, () => {
      isLate = true;
      resolve(null);
    });
    const settle = async (): Promise<void> => {
      const found = await opening;
      cancel();
      if (isLate) found?.copy.close();
      else resolve(found);
    };
    void settle();
  });
}
