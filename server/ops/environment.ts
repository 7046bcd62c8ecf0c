/**
 * The configuration of the server, read from environment variables. One table names every variable with its default and
 * meaning; shared/OPERATIONS.md is checked against it. A wrong value stops the start with one sentence.
 */
import * as v from 'valibot';
import { defaultLimits } from '#shared/wire/limits.ts';
import type { Limits } from '#shared/wire/limits.ts';
import { limitMeanings } from './limitMeanings.ts';

export interface Environment {
  readonly port: number;
  /** undefined: all addresses of the machine, IPv6 and IPv4 */
  readonly host: string | undefined;
  readonly dataDir: string;
  /** empty: the host that a request names */
  readonly publicOrigins: readonly string[];
  readonly logLevel: string;
  /** null: boards are kept until somebody deletes them */
  readonly retentionDays: number | null;
  readonly createSecret: string | null;
  /** null: the numbers are for the machine itself */
  readonly metricsToken: string | null;
  /** proxies in front whose X-Forwarded-* headers count */
  readonly trustedProxies: number;
  /** true: the addresses of this machine are those of a container, which nobody outside reaches */
  readonly inContainer: boolean;
  readonly tldrawLicenseKey: string | null;
  readonly limits: Limits;
}

export interface Variable {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
}

/** A value that stops the start. The message is a sentence for the operator; it never repeats a secret. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

const wholeNumber = (min: number, max: number) => {
  const allowed = `it must be a whole number from ${min} to ${max}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,15}$/, allowed),
    v.transform(Number),
    v.minValue(min, allowed),
    v.maxValue(max, allowed),
  );
};

const originRule =
  'it must be a list of addresses like https://board.example.org, separated by commas, each without a path';
const origins = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(',')
      .map((part) => part.trim().replace(/\/$/, ''))
      .filter((part) => part !== ''),
  ),
  v.array(
    v.pipe(
      v.string(),
      v.check(
        (part) => /^https?:\/\//.test(part) && URL.canParse(part) && new URL(part).origin === part.toLowerCase(),
        originRule,
      ),
      v.toLowerCase(),
    ),
  ),
);

const proxiesRule =
  'it must be the number of reverse proxies in front of the server, from 0 to 10 (true counts as 1, false as 0)';
const proxies = v.pipe(
  v.string(),
  v.transform((text) => ({ true: '1', false: '0' })[text.toLowerCase()] ?? text),
  v.regex(/^(\d|10)$/, proxiesRule),
  v.transform(Number),
);

const secretRule = 'it must have 8 to 200 printable characters without spaces';
const secret = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{8,200}$/, secretRule));

const schemas = {
  PORT: wholeNumber(0, 65_535),
  HOST: v.pipe(
    v.string(),
    v.regex(/^[0-9A-Za-z.:_-]+$/, 'it must be an address or name of this machine, like 127.0.0.1'),
  ),
  DATA_DIR: v.pipe(
    v.string(),
    v.check((path) => !path.includes('\0'), 'it must be the path of a folder'),
  ),
  PUBLIC_ORIGIN: origins,
  LOG_LEVEL: v.picklist(logLevels, `it must be one of ${logLevels.join(', ')}`),
  RETENTION_DAYS: wholeNumber(1, 36_500),
  CREATE_SECRET: secret,
  METRICS_TOKEN: secret,
  TRUST_PROXY: proxies,
  IN_CONTAINER: v.pipe(
    v.picklist(['0', '1'], 'it must be 0 or 1'),
    v.transform((text) => text === '1'),
  ),
  TLDRAW_LICENSE_KEY: v.pipe(v.string(), v.maxLength(4_000, 'it must be a license key as tldraw hands it out')),
};

/** maxMessageBytes -> MAX_MESSAGE_BYTES */
export function limitVariable(limit: string): string {
  return limit.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** Every variable, in the order of the table in shared/OPERATIONS.md. */
export function environmentTable(): readonly Variable[] {
  return [
    { name: 'PORT', default: '3000', meaning: 'Port of the web server.' },
    { name: 'HOST', default: 'all addresses', meaning: 'Address to listen on; `127.0.0.1` lets only this machine in.' },
    {
      name: 'DATA_DIR',
      default: './data',
      meaning: 'Folder of everything that is kept. One server at a time uses it.',
    },
    {
      name: 'PUBLIC_ORIGIN',
      default: 'addresses and own names of the machine',
      meaning:
        'Addresses at which people open the board, separated by commas; pages from elsewhere are refused. Needed where the server has a name.',
    },
    { name: 'LOG_LEVEL', default: 'info', meaning: `One of ${logLevels.join(', ')}.` },
    { name: 'RETENTION_DAYS', default: 'never', meaning: 'Boards untouched for so many days are deleted.' },
    {
      name: 'CREATE_SECRET',
      default: 'none',
      meaning: 'Secret that is needed to start a board; without it anybody who reaches the server can.',
    },
    {
      name: 'METRICS_TOKEN',
      default: 'none',
      meaning:
        'Secret with which `/metrics` is read from elsewhere (`Authorization: Bearer`); without it only this machine reads it.',
    },
    {
      name: 'TRUST_PROXY',
      default: '0',
      meaning: 'Number of reverse proxies in front; `X-Forwarded-*` counts only when set.',
    },
    {
      name: 'IN_CONTAINER',
      default: '0',
      meaning: "Set to 1 in our image: the server's own addresses are the container's, and are offered to nobody.",
    },
    { name: 'TLDRAW_LICENSE_KEY', default: 'none', meaning: 'License key of tldraw, handed to the page.' },
    ...limitNames().map((limit) => ({
      name: limitVariable(limit),
      default: String(defaultLimits[limit]),
      meaning: limitMeanings[limit],
    })),
  ];
}

export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const read = <S extends v.GenericSchema<string, unknown>>(name: string, schema: S): v.InferOutput<S> | undefined => {
    const value = variables[name]?.trim();
    // Compose files and shells set what is not wanted to nothing.
    if (value === undefined || value === '') return undefined;
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    throw new EnvironmentError(`${name} has a value that cannot be used: ${result.issues[0].message}.`);
  };
  const limits: { -readonly [K in keyof Limits]: number } = { ...defaultLimits };
  for (const limit of limitNames()) {
    limits[limit] = read(limitVariable(limit), wholeNumber(1, 1_000_000_000_000)) ?? defaultLimits[limit];
  }
  return {
    port: read('PORT', schemas.PORT) ?? 3000,
    host: read('HOST', schemas.HOST),
    dataDir: read('DATA_DIR', schemas.DATA_DIR) ?? './data',
    publicOrigins: read('PUBLIC_ORIGIN', schemas.PUBLIC_ORIGIN) ?? [],
    logLevel: read('LOG_LEVEL', schemas.LOG_LEVEL) ?? 'info',
    retentionDays: read('RETENTION_DAYS', schemas.RETENTION_DAYS) ?? null,
    createSecret: read('CREATE_SECRET', schemas.CREATE_SECRET) ?? null,
    metricsToken: read('METRICS_TOKEN', schemas.METRICS_TOKEN) ?? null,
    trustedProxies: read('TRUST_PROXY', schemas.TRUST_PROXY) ?? 0,
    inContainer: read('IN_CONTAINER', schemas.IN_CONTAINER) ?? false,
    tldrawLicenseKey: read('TLDRAW_LICENSE_KEY', schemas.TLDRAW_LICENSE_KEY) ?? null,
    limits,
  };
}

function limitNames(): Array<keyof Limits> {
  return Object.keys(limitMeanings) as Array<keyof Limits>;
}
