// Runs one command of the project with its output on this terminal. Node's built-ins only: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** Starts a command with the project's own binaries on the path; signals of this process reach it. */
export function start(command, args, environment = {}, stdio = 'inherit') {
  const path = [join(process.cwd(), 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(command, args, {
    stdio,
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

/** Runs several commands at once; what each says comes in one piece when all have ended. A failure ends this process. */
export async function runTogether(commands) {
  const began = Date.now();
  const ends = commands.map(async ({ title, command, args }) => {
    const { child, ended } = start(command, args, {}, ['ignore', 'pipe', 'pipe']);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    const code = await ended;
    return { title, code, seconds: (Date.now() - began) / 1000, said: Buffer.concat(said).toString('utf8').trim() };
  });
  const results = await Promise.all(ends);
  for (const { title, code, seconds, said } of results) {
    if (said !== '') console.log(`\n> ${title}\n${said}`);
    if (code === 0) console.log(`${title}: ${seconds.toFixed(1)} s`);
    else console.error(`${title}: failed (${code}).`);
  }
  const failed = results.find(({ code }) => code !== 0);
  if (failed) process.exit(failed.code);
}
