/**
 * The built page. Its files are listed once, at the start, and a request can only name one of the list: no path of a
 * request ever reaches the file system. A file stays in memory once it was asked for, in each encoding that was asked for.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface ClientFile {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ClientFiles {
  /** `path` begins with a slash; null where there is no such file. */
  read(path: string, acceptEncoding: string): Promise<ClientFile | null>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const compressible = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt', '.wasm']);
const forever = 'public, max-age=31536000, immutable';

type Encoding = 'br' | 'gzip' | 'identity';
const encoders: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
  identity: (bytes) => Promise.resolve(bytes),
};

/** `folder` may be missing (a server without a built page). */
export function readClientFiles(folder: string): ClientFiles {
  const files = new Map<string, string>();
  if (existsSync(folder)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile()) files.set(file.slice(folder.length).replaceAll(sep, '/').replace(/^\/*/, '/'), file);
    }
  }
  const kept = new Map<string, Promise<ClientFile>>();
  return {
    async read(path, acceptEncoding) {
      const file = files.get(path);
      if (file === undefined) return null;
      const encoding = compressible.has(extname(path)) ? encodingFor(acceptEncoding) : 'identity';
      const key = `${encoding} ${path}`;
      const known = kept.get(key) ?? load(file, path, encoding, files);
      kept.set(key, known);
      try {
        return await known;
      } catch (error) {
        kept.delete(key);
        throw error;
      }
    },
  };
}

async function load(
  file: string,
  path: string,
  encoding: Encoding,
  files: ReadonlyMap<string, string>,
): Promise<ClientFile> {
  const ready = encoding === 'identity' ? undefined : files.get(`${path}${encoding === 'br' ? '.br' : '.gz'}`);
  const bytes = await readFile(file);
  const body = ready === undefined ? await encoders[encoding](bytes) : await readFile(ready);
  const headers: Record<string, string> = {
    'Content-Type': types[extname(path)] ?? 'application/octet-stream',
    'Cache-Control': isHashed(path) ? forever : 'no-cache',
    ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
  };
  if (compressible.has(extname(path))) headers['Vary'] = 'Accept-Encoding';
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  return { body, headers };
}

function encodingFor(accepted: string): Encoding {
  const names = accepted
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}

/** Below `assets/` Vite puts the hash of the content into each name, or the version of tldraw into the folder's. */
function isHashed(path: string): boolean {
  return /^\/assets\/(.+-[\w-]{8}\.\w+$|tldraw-\d+\.\d+\.\d+\/)/.test(path);
}
