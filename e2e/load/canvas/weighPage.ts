/** Bytes of JavaScript that a built page loads, read from its HTML and from the imports of its chunks. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export interface Weight {
  readonly files: readonly string[];
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

const scriptOf = /<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+\.js)"/g;
/** `import{a}from"./x.js"`, `import"./x.js"`, `export{a}from"./x.js"` */
const staticImport = /\b(?:import|from)\s*["'`](\.\/[^"'`]+\.js)["'`]/g;
const dynamicImport = /\bimport\(\s*["'`](\.\/[^"'`]+\.js)["'`]/g;

/** `folder` holds index.html. With `on`, also the chunks whose name begins so, which the page loads on demand. */
export async function weighPage(folder: string, on: readonly string[] = []): Promise<Weight> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const waiting = [...html.matchAll(scriptOf)].map(([, path]) => path ?? '');
  const files = new Map<string, Buffer>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    const bytes = await readFile(join(folder, path));
    files.set(path, bytes);
    const code = bytes.toString('utf8');
    const place = path.slice(0, path.lastIndexOf('/') + 1);
    const named = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, found]) => place + (found ?? '').slice(2));
    waiting.push(...named(staticImport));
    waiting.push(...named(dynamicImport).filter((found) => on.some((name) => found.startsWith(`${place}${name}-`))));
  }
  if (files.size === 0) throw new Error(`${folder}/index.html loads no script`);
  const sum = (size: (bytes: Buffer) => number) => [...files.values()].reduce((total, bytes) => total + size(bytes), 0);
  return {
    files: [...files.keys()],
    raw: sum((bytes) => bytes.length),
    gzip: sum((bytes) => gzipSync(bytes, { level: 9 }).length),
    brotli: sum((bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length),
  };
}
