/**
 * A ZIP archive in pieces: each file leaves as soon as it is made, with its size and checksum in front of it, so that readers
 * can follow and nothing has to be gone back to. Files that are packed already are stored as they are.
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { zonedMoment } from '#shared/report/zonedMoment.ts';
import type { MadeFile } from './ExportJob.ts';

const packed = /\.(png|docx|pdf|zip)$/;
/** Bit 11: names are UTF-8. */
const utf8 = 0x0800;
const version = 20;

interface Entry {
  readonly header: Buffer;
  readonly offset: number;
}

/** When, and whose clock it is: a ZIP knows no zones, and programs show its times as they are. */
export interface ZipMoment {
  readonly timeMs: number;
  readonly zone: string;
}

/** Pieces of the archive, in order. */
export async function* zipFiles(
  files: AsyncIterable<MadeFile>,
  { timeMs, zone }: ZipMoment,
): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  let offset = 0;
  for await (const { path, bytes } of files) {
    const isPacked = packed.test(path);
    const data = isPacked ? bytes : deflateRawSync(bytes, { level: 6 });
    const name = Buffer.from(path, 'utf8');
    // What stands in both headers of a file.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(version, 0);
    facts.writeUInt16LE(utf8, 2);
    facts.writeUInt16LE(isPacked ? 0 : 8, 4);
    facts.writeUInt32LE(dosTime(timeMs, zone), 6);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const made = Buffer.from([version, 0]);
    entries.push({ header: Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, facts, rest, name]), offset });
    offset += local.length + data.length;
    yield local;
    yield data;
  }
  const directory = Buffer.concat(entries.map(({ header }) => header));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  yield directory;
  yield end;
}

/** Date and time of that zone as ZIP writes them. */
function dosTime(timeMs: number, zone: string): number {
  const [day = '', clock = ''] = zonedMoment(timeMs, zone).split('T');
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = clock.slice(0, 8).split(':').map(Number);
  const time = (hours << 11) | (minutes << 5) | (seconds >> 1);
  return (((((Math.max(1980, year) - 1980) << 9) | (month << 5) | date) << 16) | time) >>> 0;
}
