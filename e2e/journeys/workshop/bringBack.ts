/** A pack becomes a board again, on the start page. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { DoorScreen } from '../../pages/DoorScreen.ts';
import type { WorkshopPerson } from '../../pages/WorkshopPerson.ts';
import { textOf } from './packTexts.ts';
import { openFromBar } from '../../pages/openFromBar.ts';
import type { Pack } from './takePack.ts';

const BoardText = v.object({ map: v.record(v.string(), v.unknown()), record: v.array(v.unknown()) });
type BoardText = v.InferOutput<typeof BoardText>;

export function boardIn(pack: Pack): BoardText {
  return v.parse(BoardText, JSON.parse(textOf(pack, 'board.json')));
}

/** How many there are of each kind. */
export function countsOf({ map }: BoardText): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(map).map(([kind, list]) => [kind, Array.isArray(list) ? list.length : 1]));
}

/** What the board that came of it gives as its own file. */
export async function bringBack({ page, board }: WorkshopPerson, origin: string, pack: Pack): Promise<BoardText> {
  await page.goto(origin);
  await page.getByRole('button', { name: 'Start from a file…' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: pack.zip });
  await page.getByRole('button', { name: 'Start the board from this file' }).click();
  await new DoorScreen(page).join('Maya Okafor');
  await board.isLive();
  await openFromBar(page, { button: 'Take it home', entry: 'Take it home' });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Board file, to import again as JSON' }).click();
  return v.parse(BoardText, JSON.parse(await readFile(await (await download).path(), 'utf8')));
}
