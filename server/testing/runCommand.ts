/** A command of the operator, built and in a process of its own, as one runs it. */
import { execFile } from 'node:child_process';

export interface CommandEnd {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
  /** both, one after the other */
  readonly said: string;
}

/** `name` = the file in dist/server; `environment` comes on top of this process's own. */
export function runCommand(
  name: 'backup' | 'checkData' | 'export' | 'findings' | 'owner',
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandEnd> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    const child = execFile(process.execPath, [`dist/server/${name}.js`, ...words], { env }, (_error, out, errors) =>
      resolve({ code: child.exitCode ?? -1, out, errors, said: out + errors }),
    );
  });
}
