/** The end of a played workshop: ended, and everything taken home. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { expect } from '../../people.ts';
import type { PlayedWorkshop } from './PlayedWorkshop.ts';

export interface Pack {
  readonly zip: Buffer;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

export async function takePack(workshop: PlayedWorkshop, minutes: number): Promise<Pack> {
  const { lead, others, presses } = workshop;
  await workshop.timePasses(minutes);
  await lead.next('End the workshop');
  await lead.press(lead.page.getByRole('alertdialog').getByRole('button', { name: 'End the workshop' }));
  for (const { step } of others) await expect(step.bar).toHaveCount(0);
  await presses.endStep('the end');
  await lead.press('Choose what to take home');
  const download = lead.page.waitForEvent('download', { timeout: 120_000 });
  await lead.press('Download everything');
  const zip = await readFile(await (await download).path());
  await presses.endStep('the pack');
  return { zip, files: unzipSync(zip) };
}
