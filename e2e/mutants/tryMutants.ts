/**
 * The process that tries mutants, in a copy of the sources: one after the other, in one Vitest, which loads anew what was changed.
 * Says a line for each: its number, and whether a test noticed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createVitest } from 'vitest/node';
import { groups } from './groups.ts';
import { mutantsOf } from './mutantsOf.ts';

const [name = '', every = '1', from = '0', ...files] = process.argv.slice(2);
const group = groups.find((one) => one.name === name);
if (group === undefined) throw new Error(`no group is called ${name}`);

const vitest = await createVitest('test', {
  watch: false,
  project: [group.project],
  reporters: [{}],
  bail: 1,
  maxWorkers: 1,
  fileParallelism: false,
});
const specifications = await vitest.globTestSpecifications([...group.tests]);

async function isNoticed(): Promise<boolean> {
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
  process.exitCode = 0;
  return unhandledErrors.length > 0 || testModules.some((one) => !one.ok());
}

if (await isNoticed()) throw new Error(`the tests of ${name} fail with nothing broken`);
const mutants = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
for (let index = Number(from); index < mutants.length; index += Number(every)) {
  const mutant = mutants[index];
  if (mutant === undefined) break;
  const whole = readFileSync(mutant.file, 'utf8');
  process.stdout.write(`try ${index}\n`);
  writeFileSync(mutant.file, mutant.code);
  vitest.invalidateFile(resolve(mutant.file));
  const died = await isNoticed();
  writeFileSync(mutant.file, whole);
  vitest.invalidateFile(resolve(mutant.file));
  process.stdout.write(`${died ? 'died' : 'lived'} ${index}\n`);
}
process.stdout.write('end\n');
await vitest.close();
process.exit(0);
