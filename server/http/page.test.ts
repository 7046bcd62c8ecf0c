import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

const index = '<!doctype html><title>Roundtable</title>';
const script = 'export const answer = 42;'.repeat(100);
let server: TestServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roundtable-page-'));
  const client = join(folder, 'client');
  await mkdir(join(client, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not for anybody');
  await writeFile(join(client, 'index.html'), index);
  await writeFile(join(client, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(client, 'assets', 'main-BxY12_-z.js'), script);
  await writeFile(join(client, 'assets', 'Inter-BxY12_-z.woff2'), 'font');
  server = await startServer({ clientFolder: client });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Without the normalizing and decompressing of fetch. */
function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('page', () => {
  it('[HTTP-7] the addresses of the page answer with it, always asked for anew', async () => {
    for (const path of ['/', '/index.html', '/b/abcdefghijklmnop', '/?utm=x']) {
      const { status, headers, body } = await get(path);
      expect([status, body.toString()], path).toEqual([200, index]);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
    }
    expect((await get('/', {}, 'HEAD')).status).toBe(200);
  });

  it('[HTTP-7] who looks for a page at an address that leads nowhere gets one that says so, a program its error', async () => {
    const reader = await get('/workshop', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect([reader.status, reader.body.toString()]).toEqual([404, index]);
    expect(reader.headers['cache-control']).toBe('no-cache');
    const program = await get('/assets/gone-BxY12_-z.js', { accept: '*/*' });
    expect([program.status, JSON.parse(program.body.toString()).error.code]).toEqual([404, 'not-found']);
  });

  it('[HTTP-7] files with a hash in their name are kept for ever, and are compressed', async () => {
    const path = '/assets/main-BxY12_-z.js';
    const plain = await get(path);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers['vary']).toBe('Accept-Encoding');
    expect(plain.body.toString()).toBe(script);
    const brotli = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
    const zipped = await get(path, { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(zipped.body).toString()).toBe(script);
    expect(
      (await get('/assets/Inter-BxY12_-z.woff2', { 'accept-encoding': 'br' })).headers['content-encoding'],
    ).toBeUndefined();
    expect((await get('/favicon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it('[HTTP-7] what did not change is not sent again', async () => {
    const { headers } = await get('/');
    const again = await get('/', { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('[HTTP-7] no path reaches anything else', async () => {
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '//secret.txt',
      '/assets',
      '/assets/',
      '/..\\secret.txt',
      '/index.html%00',
      '/%',
      '/__proto__',
    ]) {
      const { status, body } = await get(path);
      expect([400, 404], path).toContain(status);
      expect(body.toString()).not.toContain('not for anybody');
    }
  });
});
