/** Locks of writing ids as the browser gives them: to one page at a time, until it goes. */
import type { TakeLock } from '#client/connection/sync/WritingId.ts';

/** `copy` names the copy on this device. Undefined where the browser has no locks, as on pages over plain HTTP. */
export function pageLocks(copy: string, locks: LockManager | undefined): TakeLock | undefined {
  if (locks === undefined) return undefined;
  return (id, onLost) =>
    new Promise((resolve) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (lock === null) {
          resolve(null);
          return undefined;
        }
        return new Promise((release) => {
          const end = (): void => {
            removeEventListener('pageshow', onShow);
            release();
          };
          // A page that was put away and comes back cannot know what others did meanwhile.
          const onShow = ({ persisted }: PageTransitionEvent): void => {
            if (!persisted) return;
            end();
            onLost();
          };
          addEventListener('pageshow', onShow);
          resolve(end);
        });
      };
      const lost = (): void => {
        resolve(null);
        onLost();
      };
      locks.request(`${copy}:${id}`, { ifAvailable: true }, hold).catch(lost);
    });
}
