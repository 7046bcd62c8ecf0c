/** GIF: keeps the frames, their timing and the loop; drops comments, plain text, XMP and everything behind the end. */
import { asciiAt, BrokenImageError, byteAt, bytesAt, PartCount } from './Image.ts';
import type { Image } from './Image.ts';

const blocks = { extension: 0x21, image: 0x2c, trailer: 0x3b } as const;
const extensions = { timing: 0xf9, application: 0xff } as const;

export function readGif(bytes: Uint8Array): Image {
  const head = 13 + colorTableBytes(byteAt(bytes, 10));
  bytesAt(bytes, 0, head);
  let width = (byteAt(bytes, 7) << 8) | byteAt(bytes, 6);
  let height = (byteAt(bytes, 9) << 8) | byteAt(bytes, 8);
  const parts: Uint8Array[] = [bytes.subarray(0, head)];
  let hasImage = false;
  let at = head;
  const count = new PartCount();
  for (;;) {
    count.next();
    const start = at;
    const block = byteAt(bytes, at);
    if (block === blocks.trailer) break;
    if (block === blocks.image) {
      hasImage = true;
      // A frame may be larger than the image says of itself; viewers then make the room for it.
      width = Math.max(width, (byteAt(bytes, at + 6) << 8) | byteAt(bytes, at + 5));
      height = Math.max(height, (byteAt(bytes, at + 8) << 8) | byteAt(bytes, at + 7));
      at = afterSubBlocks(bytes, at + 10 + colorTableBytes(byteAt(bytes, at + 9)) + 1);
      parts.push(bytesAt(bytes, start, at - start));
    } else if (block === blocks.extension) {
      const kind = byteAt(bytes, at + 1);
      at = afterSubBlocks(bytes, at + 2);
      if (kind === extensions.timing || (kind === extensions.application && isLoop(bytes, start)))
        parts.push(bytesAt(bytes, start, at - start));
    } else {
      throw new BrokenImageError('unknown block');
    }
  }
  if (!hasImage) throw new BrokenImageError('no picture');
  parts.push(Uint8Array.of(blocks.trailer));
  return { type: 'image/gif', width, height, bytes: Buffer.concat(parts) };
}

function colorTableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** A loop extension has one sub-block of three bytes; longer ones carry something else along. */
function isLoop(bytes: Uint8Array, at: number): boolean {
  const name = asciiAt(bytes, at + 3, 11);
  return (
    (name === 'NETSCAPE2.0' || name === 'ANIMEXTS1.0') && byteAt(bytes, at + 14) === 3 && byteAt(bytes, at + 18) === 0
  );
}

function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let length = byteAt(bytes, at); length > 0; length = byteAt(bytes, at)) at += length + 1;
  return at + 1;
}
