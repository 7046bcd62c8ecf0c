/** What a store throws. */

/** Thrown by every write when the disk is full or refuses; reads go on, and later writes work again once there is room. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
}

/** Thrown by a write to a board or person that does not exist (never did, or was deleted meanwhile). */
export class NotStoredError extends Error {
  override readonly name = 'NotStoredError';
}

/** Thrown by a write that was made of something that is not there any more as it was read. */
export class MovedError extends Error {
  override readonly name = 'MovedError';
}

/** Thrown by a read of one thing that is there and cannot be read; it was set aside. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
}

/** Thrown when something unique exists already; `what` tells a caller whether another try with a new value helps. */
export class AlreadyStoredError extends Error {
  override readonly name = 'AlreadyStoredError';
  readonly what: 'board' | 'code' | 'person' | 'seat' | 'snapshot' | 'round';

  constructor(what: AlreadyStoredError['what']) {
    super(`${what} exists already`);
    this.what = what;
  }
}
