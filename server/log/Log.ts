/** Where the relay writes what an operator should know, as a port. Fields never hold content, names or secrets. */

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(event: string, fields: LogFields): void;
  warn(event: string, fields: LogFields): void;
  /** A fault: `error` is the thrown value. */
  error(event: string, fields: LogFields, error?: unknown): void;
}
