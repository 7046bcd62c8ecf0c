/** The ports of a connection as this browser has them. */
import type { SeatApi } from './api/SeatApi.ts';
import { copyDisk, copyName } from './copy/copyDisk.ts';
import { pageLocks } from './copy/pageLocks.ts';
import type { ConnectionPorts } from './Ports.ts';
import { systemClock } from './systemClock.ts';

export interface BrowserPortsSetup {
  readonly server: SeatApi;
  readonly board: string;
  readonly person: string;
  readonly report: (fault: unknown) => void;
}

export function browserPorts({ server, board, person, report }: BrowserPortsSetup): ConnectionPorts {
  // not needed to see a board, and here while the ticket is asked for
  const code = import('./copy/IndexedDbCopy.ts');
  // told when the copy is opened
  code.catch(() => {});
  // the types call it always there, but pages over plain HTTP do not have it
  const locks: LockManager | undefined = navigator.locks;
  const takeLock = pageLocks(copyName(board, person), locks);
  return {
    ...(takeLock && { takeLock }),
    clock: systemClock,
    random: () => Math.random(),
    takeTicket: () => server.ticket(),
    WebSocket,
    watchNetwork: (onChange) => {
      const online = (): void => onChange(true);
      const offline = (): void => onChange(false);
      addEventListener('online', online);
      addEventListener('offline', offline);
      return () => {
        removeEventListener('online', online);
        removeEventListener('offline', offline);
      };
    },
    openCopy: async () => {
      if (typeof indexedDB === 'undefined') return null;
      const tab = Math.floor(Math.random() * 1e12).toString(36);
      const { openIndexedDbCopy } = await code;
      return openIndexedDbCopy(copyDisk(), copyName(board, person), tab);
    },
    report,
  };
}

export function syncUrl(page: Location): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/sync`;
}
