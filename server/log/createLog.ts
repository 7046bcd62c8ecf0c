/** The log of the running server: one JSON line per event, without content, names, secrets or full addresses. */
import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import type { Log } from './Log.ts';

export interface ServerLog extends Log {
  debug(event: string, fields: Readonly<Record<string, string | number | boolean | null>>): void;
  /** For the last line of a dying process. */
  fatal(event: string, error: unknown): void;
}

export function createLog(options: { readonly level: string; readonly destination?: DestinationStream }): ServerLog {
  const settings = { level: options.level, base: null, messageKey: 'event' };
  const logger = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  return {
    debug: (event, fields) => logger.debug(fields, event),
    info: (event, fields) => logger.info(fields, event),
    warn: (event, fields) => logger.warn(fields, event),
    error: (event, fields, error) => logger.error({ ...fields, ...described(error) }, event),
    fatal: (event, error) => logger.fatal(described(error), event),
  };
}

/** Of causes the name and where they were thrown: their message may quote what somebody wrote. */
function described(error: unknown): Record<string, string> {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { error: typeof error };
  const causes = causesOf(error).map((cause) => `Caused by ${cause.name}\n${frames(cause)}`);
  return { error: error.name, reason: error.message, stack: [error.stack ?? '', ...causes].join('\n') };
}

/** What led to an error, the nearest first. Few, since a cause may name itself. */
function causesOf(error: Error): readonly Error[] {
  const causes: Error[] = [];
  for (let cause = error.cause; cause instanceof Error && causes.length < 5; cause = cause.cause) causes.push(cause);
  return causes;
}

function frames({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
