/** The process that the test of keys kills: makes and drops keys without end, and says on standard output what was done. */
import { writeSync } from 'node:fs';
import * as v from 'valibot';
import { BoardId } from '#shared/wire/ids.ts';
import { ActivityKeyFolder } from '#server/sealed/keys/ActivityKeyFolder.ts';

export const keyBoard = v.parse(BoardId, 'boardwiththekeys');

const [, , folder] = process.argv;
if (process.argv[1]?.endsWith('keyWriter.ts') && folder) {
  const keys = await ActivityKeyFolder.open(folder);
  const had = keys.list().length;
  for (let number = 0; ; number += 1) {
    const activity = `${process.pid}r${number}`.padStart(16, '0');
    // Written at once: what is in the pipe outlives this process.
    const key = await keys.make(keyBoard, activity);
    writeSync(1, `made ${activity} ${key.export().toString('hex')} ${had}\n`);
    if (number % 3 === 0) continue;
    writeSync(1, `drops ${activity}\n`);
    await keys.drop(keyBoard, activity);
    writeSync(1, `dropped ${activity}\n`);
  }
}
