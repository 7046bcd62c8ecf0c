/** The part of the store for the installation as a whole: its secret, its disk, its copies. */

export interface InstallationStore {
  /** A secret of this installation (32 random bytes), made on first use and kept with the data so that backups carry it. */
  installationSecret(): Promise<Uint8Array>;

  /** Writes something that changes nothing, as durably as every write: rejects where no write works. */
  tryWrite(): Promise<void>;
  /** About what everything that is kept takes of the disk; what was deleted does not count. */
  storedBytes(): Promise<number>;

  /** A complete, consistent copy into `file` (which must not exist) while others go on writing. */
  backup(file: string): Promise<void>;
  /** Commits what is still waiting, then lets go of the data. Every later write rejects. */
  close(): Promise<void>;
}
