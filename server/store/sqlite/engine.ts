/**
 * The SQLite that this process uses. Node's own where it is new enough; below that a copy of the same interface as a package
 * with ready binaries. Nothing is compiled at an installation (decision 0161).
 */
import { createRequire } from 'node:module';
import type * as nodeSqlite from 'node:sqlite';

/** What both offer: the interface of `node:sqlite`. */
export interface Engine {
  readonly name: 'node:sqlite' | '@photostructure/sqlite';
  readonly DatabaseSync: typeof nodeSqlite.DatabaseSync;
  readonly backup: typeof nodeSqlite.backup;
}

/** There is no SQLite that runs here; the message is a sentence for the operator. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** Older ones can damage a database in WAL mode when a checkpoint meets a write (https://sqlite.org/wal.html, "WAL-reset"). */
const oldest = [3, 51, 3] as const;

/** `version` as `process.versions.sqlite` has it. */
export function isNewEnough(version: string | undefined): boolean {
  const parts = (version ?? '').split('.').map(Number);
  const at = oldest.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return at === -1 || (parts[at] ?? 0) > (oldest[at] ?? 0);
}

let loaded: Engine | null = null;

/** The engine of this Node; throws EngineError where none can be loaded. */
export function engineOfThisNode(): Engine {
  loaded ??= isNewEnough(process.versions['sqlite']) ? nodesOwn() : packaged();
  return loaded;
}

/** One of these, in a thread that was told which. */
export function engineNamed(name: Engine['name']): Engine {
  return name === 'node:sqlite' ? nodesOwn() : packaged();
}

/** Every engine that can run here, for tests. */
export function enginesHere(): readonly Engine[] {
  return isNewEnough(process.versions['sqlite']) ? [nodesOwn(), packaged()] : [packaged()];
}

/** Node 22 calls it experimental: that was weighed here (decision 0161), and whoever starts the server can do nothing about it. */
function nodesOwn(): Engine {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const { DatabaseSync, backup } = process.getBuiltinModule('node:sqlite');
    return { name: 'node:sqlite', DatabaseSync, backup };
  } finally {
    process.emitWarning = emitWarning;
  }
}

function packaged(): Engine {
  const name = '@photostructure/sqlite';
  return { name, ...loadPackage(() => createRequire(import.meta.url)(name)) };
}

/** Node's version and platform stand in the sentence, since a change of these is the usual reason. */
export function loadPackage(load: () => unknown): Omit<Engine, 'name'> {
  let found: unknown;
  try {
    found = load();
  } catch (error) {
    const { platform, arch, version } = process;
    throw new EngineError(
      `SQLite cannot be loaded in Node ${version} on ${platform} ${arch}: ${firstLine(error)}. ` +
        'Install the packages anew with this Node (npm ci), or use Node 24.15 or newer, which has it built in.',
      { cause: error },
    );
  }
  if (!isEngine(found)) throw new EngineError('The package of SQLite is not the one that was expected; run npm ci.');
  return found;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/\.$/, '') ?? '';
}

function isEngine(module: unknown): module is Omit<Engine, 'name'> {
  return typeof module === 'object' && module !== null && 'DatabaseSync' in module && 'backup' in module;
}
