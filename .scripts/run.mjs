// Runs one command of the project with its output on this terminal. Node's built-ins only: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** Starts a command with the project's own binaries on the path; signals of this process reach it. */
export function start(command, args, environment = {}) {
  const path = [join(process.cwd(), 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path, ...environment },
  });
  const forward = (signal) => child.kill(signal);
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(signal ? 1 : (code ?? 1));
    });
  });
  return { child, ended };
}

/** Runs a command to its end; a failure ends this process with the same code. */
export async function run(title, command, args, environment) {
  const began = Date.now();
  console.log(`\n> ${title}`);
  const code = await start(command, args, environment).ended;
  if (code !== 0) {
    console.error(`${title}: failed (${code}).`);
    process.exit(code);
  }
  console.log(`${title}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
