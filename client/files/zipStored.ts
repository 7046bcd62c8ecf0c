/** Files as a ZIP in which nothing is packed, for readers that take nothing else than a ZIP. */
import { zipSync } from 'fflate';

export function zipStored(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(files), { level: 0 });
}
