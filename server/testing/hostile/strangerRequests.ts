/**
 * What somebody without link, code or seat sends over HTTP: bodies, headers and paths of any size, made from a seed. Most of it
 * is meant to cost the one who reads it more than the one who sends it.
 */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { boardFileFormat } from '#shared/boardFile/boardFileFormat.ts';
import type { Random } from '#shared/testing/random.ts';
import { pngBytes } from '#server/testing/imageBytes.ts';

export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** sent one after the other */
  readonly body: Iterable<Uint8Array>;
  /** between two pieces */
  readonly pauseMs?: number;
}

export interface RequestKind {
  readonly name: string;
  /** `size` is about how many bytes it has; `board` an id of a board that exists */
  readonly make: (random: Random, size: number, board: string) => HostileRequest;
}

const pieceBytes = 64 * 1024;
const importPath = '/api/boards/import/check';
const json = { 'content-type': 'application/json' };

function* inPieces(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

/** `unit` again and again between a beginning and an end. */
function* repeated(unit: string, size: number, head = '', tail = ''): Iterable<Uint8Array> {
  if (head !== '') yield Buffer.from(head);
  const piece = Buffer.from(unit.repeat(Math.max(1, Math.floor(pieceBytes / unit.length))));
  for (let sent = 0; sent < size; sent += piece.length) yield piece;
  if (tail !== '') yield Buffer.from(tail);
}

function noise(random: Random, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at + 4 <= size; at += 4) bytes.writeUInt32LE(random.below(2 ** 32), at);
  return bytes;
}

const post = (path: string, body: Iterable<Uint8Array>, headers: Readonly<Record<string, string>> = json) => ({
  method: 'POST',
  path,
  headers,
  body,
});

/** Addresses that take a body from anybody, or look as if they did. */
const doors = (board: string): readonly string[] => [
  importPath,
  '/api/boards/import?title=Mine',
  '/api/boards',
  '/api/codes',
  `/api/boards/${board}/join`,
  `/api/boards/${board}/session`,
  `/api/boards/${board}/assets`,
  `/api/boards/${board}/tickets`,
  '/',
];

/** Each is JSON, or nearly, that is small to write and dear to read. */
const bombs: readonly (readonly [name: string, body: (size: number) => Iterable<Uint8Array>])[] = [
  ['lists beside each other', (size) => repeated('[],', size, '[', '[]]')],
  ['lists in lists', (size) => repeated('[', size)],
  ['objects in objects', (size) => repeated('{"a":', size)],
  ['escapes', (size) => repeated('\\u0000', size, '"', '"')],
  ['a number without end', (size) => repeated('9', size)],
  ['empty texts', (size) => repeated('"",', size, '[', '""]')],
  ['a board of nothing', (size) => repeated('{},', size, `{"format":"${boardFileFormat}","shapes":[`, '{}]}')],
];

export const requestKinds: readonly RequestKind[] = [
  {
    name: 'noise at any door',
    make: (random, size, board) =>
      post(random.pick(doors(board)), inPieces(noise(random, size)), { 'content-type': 'application/octet-stream' }),
  },
  ...bombs.map(([name, body]): RequestKind => ({
    name: `JSON: ${name}`,
    make: (random, size, board) => post(random.chance(0.7) ? importPath : random.pick(doors(board)), body(size)),
  })),
  {
    name: 'JSON: keys, each another one',
    make: (_, size) => {
      const keys = Array.from({ length: Math.ceil(size / 12) }, (__, at) => `"k${at}":1`);
      return post(importPath, inPieces(Buffer.from(`{${keys.join(',')}}`)));
    },
  },
  {
    name: 'a packed bomb',
    make: (random, size) => {
      const packed = random.chance(0.5) ? gzipSync(Buffer.alloc(size * 50)) : deflateRawSync(Buffer.alloc(size * 50));
      return post(importPath, inPieces(packed), {
        ...json,
        'content-encoding': random.pick(['gzip', 'deflate', 'br']),
      });
    },
  },
  {
    name: 'a form of many parts',
    make: (random, size, board) =>
      post(
        random.pick(doors(board)),
        repeated('--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n\r\n', size),
        { 'content-type': 'multipart/form-data; boundary=x' },
      ),
  },
  {
    name: 'pictures without a seat',
    make: (random, size, board) =>
      post(
        `/api/boards/${board}/assets`,
        inPieces(Buffer.concat([pngBytes({ width: 1 + random.below(60_000), height: 20_000 }), noise(random, size)])),
        { 'content-type': 'image/png', authorization: `Bearer ${noise(random, 24).toString('base64url')}` },
      ),
  },
  {
    name: 'a long path',
    make: (random, size) => ({
      method: random.pick(['GET', 'DELETE', 'OPTIONS', 'PATCH']),
      path: `/${random.pick(['b/', 'api/boards/', 'assets/', '%2e%2e/', ''])}${'a'.repeat(Math.min(size, 200_000))}`,
      headers: {},
      body: [],
    }),
  },
  {
    name: 'long headers',
    make: (random, size) => {
      const value = 'h'.repeat(Math.min(Math.ceil(size / 8), 100_000));
      const names = Array.from({ length: 1 + random.below(8) }, (_, at) => [`x-${at}`, value] as const);
      return { method: 'GET', path: '/', headers: Object.fromEntries(names), body: [] };
    },
  },
  {
    name: 'a body that hardly comes',
    make: (random, size) => ({
      ...post(importPath, [noise(random, 100), noise(random, 100), noise(random, 100)]),
      headers: { ...json, 'content-length': String(size + 8_000) },
      pauseMs: 500,
    }),
  },
];
