/** Errors as plain data and back: what crosses a thread by itself loses its class. */
import { AlreadyStoredError, DamagedError, MovedError, NotStoredError, StorageFullError } from '../storeErrors.ts';
import { DataFolderError, DataFolderInUseError } from '../sqlite/DataFolder.ts';
import { EngineError } from '../sqlite/engine.ts';

export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** what else it says: codes of SQLite and the system, `what` of AlreadyStoredError */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly cause: PlainError | null;
}

type OneArgument = new (message: string) => Error;

/** Whoever uses a store tells errors apart by these. */
const classes: ReadonlyMap<string, OneArgument> = new Map<string, OneArgument>([
  ['StorageFullError', StorageFullError],
  ['NotStoredError', NotStoredError],
  ['DamagedError', DamagedError],
  ['MovedError', MovedError],
  ['DataFolderError', DataFolderError],
  ['DataFolderInUseError', DataFolderInUseError],
  ['EngineError', EngineError],
  ['RangeError', RangeError],
  ['TypeError', TypeError],
]);

export function plainError(thrown: unknown): PlainError {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown), stack: '', fields: {}, cause: null };
  const { name, message, stack = '', cause, ...more } = { ...thrown, ...ownOf(thrown) };
  const fields = Object.fromEntries(Object.entries(more).filter(([, value]) => !isObject(value)));
  return { name, message, stack, fields, cause: cause === undefined ? null : plainError(cause) };
}

export function errorFrom(plain: PlainError): Error {
  const { name, message, stack, fields, cause } = plain;
  const OneOf = classes.get(name);
  const error =
    name === 'AlreadyStoredError'
      ? new AlreadyStoredError(fields['what'] as AlreadyStoredError['what'])
      : Object.assign(OneOf === undefined ? new Error(message) : new OneOf(message), { name });
  if (cause !== null) error.cause = errorFrom(cause);
  return Object.assign(error, { stack }, fields);
}

/** What a spread leaves out: it is inherited or not enumerable. */
function ownOf({ name, message, stack, cause }: Error): Pick<Error, 'name' | 'message' | 'stack' | 'cause'> {
  return { name, message, ...(stack === undefined ? {} : { stack }), cause };
}

function isObject(value: unknown): boolean {
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
}
