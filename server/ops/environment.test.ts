import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '#shared/wire/limits.ts';
import { environmentTable, EnvironmentError, limitVariable, readEnvironment } from './environment.ts';

describe('readEnvironment', () => {
  it('[OPS-1] without any variable everything has its default, and an empty one counts as none', () => {
    const environment = readEnvironment({ PORT: '', CREATE_SECRET: ' ', MAX_MESSAGE_BYTES: '' });
    expect(environment).toEqual({
      port: 3000,
      host: undefined,
      dataDir: './data',
      publicOrigins: [],
      logLevel: 'info',
      retentionDays: null,
      createSecret: null,
      metricsToken: null,
      trustedProxies: 0,
      inContainer: false,
      tldrawLicenseKey: null,
      limits: defaultLimits,
    });
  });

  it('[OPS-1] every variable is read', () => {
    const environment = readEnvironment({
      PORT: '8080',
      HOST: '127.0.0.1',
      DATA_DIR: '/data',
      PUBLIC_ORIGIN: 'https://a.example, https://B.example:8443/',
      LOG_LEVEL: 'warn',
      RETENTION_DAYS: '90',
      CREATE_SECRET: 'correct-horse',
      TRUST_PROXY: 'true',
      IN_CONTAINER: '1',
      TLDRAW_LICENSE_KEY: 'key',
      MAX_MESSAGE_BYTES: '1000',
      STEP1_EVERY_MS: '7',
    });
    expect(environment).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      dataDir: '/data',
      publicOrigins: ['https://a.example', 'https://b.example:8443'],
    });
    expect(environment).toMatchObject({
      logLevel: 'warn',
      retentionDays: 90,
      createSecret: 'correct-horse',
      trustedProxies: 1,
      inContainer: true,
      tldrawLicenseKey: 'key',
    });
    expect(environment.limits).toEqual({ ...defaultLimits, maxMessageBytes: 1000, step1EveryMs: 7 });
  });

  it.each([
    ['PORT', 'three thousand'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['HOST', 'http://localhost'],
    ['PUBLIC_ORIGIN', 'board.example.org'],
    ['PUBLIC_ORIGIN', 'https://board.example.org/path'],
    ['PUBLIC_ORIGIN', 'https://a.example, ftp://b.example'],
    ['PUBLIC_ORIGIN', '*'],
    ['LOG_LEVEL', 'loud'],
    ['RETENTION_DAYS', '0'],
    ['RETENTION_DAYS', 'never'],
    ['CREATE_SECRET', 'short'],
    ['CREATE_SECRET', 'with spaces in it'],
    ['TRUST_PROXY', 'yes'],
    ['IN_CONTAINER', 'yes'],
    ['MAX_MESSAGE_BYTES', '4MB'],
    ['DOOR_TRIES_PER_MINUTE', '0'],
  ])('[OPS-1] %s=%s stops the start with one sentence that names it and what is allowed', (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(new RegExp(`^${name} has a value that cannot be used: it must (be|have) [^\\n]+\\.$`));
  });

  it('[OPS-1] the sentence never repeats a secret', () => {
    expect(() => readEnvironment({ CREATE_SECRET: 'my own secret' })).not.toThrow(/my own secret/);
  });

  it('[OPS-2] the table in shared/OPERATIONS.md is this table', () => {
    const rows = readFileSync('shared/OPERATIONS.md', 'utf8')
      .split('\n')
      .filter((line) => /^\| `[A-Z][A-Z0-9_]+` \|/.test(line));
    expect(rows).toEqual(
      environmentTable().map((variable) => `| \`${variable.name}\` | ${variable.default} | ${variable.meaning} |`),
    );
  });

  it('[OPS-2] compose.yaml sets what there is, so that it is read', () => {
    const composed = readFileSync('compose.yaml', 'utf8');
    const set = [...(/environment:\n((?: {6}.+\n)+)/.exec(composed)?.[1] ?? '').matchAll(/^ +([A-Z_]+): (.*)$/gm)];
    const names = set.map(([, name = '']) => name);
    expect(names).toEqual(['PUBLIC_ORIGIN', 'TRUST_PROXY', 'CREATE_SECRET']);
    const values = set.map(([, name = '', value = '']) => [
      name,
      value.replace(/\$\{DOMAIN:[^}]*\}/, 'board.example.org').replace('${CREATE_SECRET:-}', ''),
    ]);
    expect(readEnvironment(Object.fromEntries(values))).toMatchObject({
      publicOrigins: ['https://board.example.org'],
      trustedProxies: 1,
      createSecret: null,
    });
  });

  it('[OPS-2] the table names every variable that is read, each once, with a meaning', () => {
    const table = environmentTable();
    const names = table.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const limit of Object.keys(defaultLimits)) expect(names).toContain(limitVariable(limit));
    for (const { meaning } of table) expect(meaning).toMatch(/^[A-Z].*\.$/);
    const asked = new Set<string>();
    readEnvironment(new Proxy({}, { get: (_target, name) => void asked.add(String(name)) }));
    expect([...asked].sort()).toEqual([...names].sort());
  });
});
