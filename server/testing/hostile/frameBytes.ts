/** Bytes of one WebSocket frame from a client. The mask key is zero (allowed, and it leaves the payload as it is). */

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface FrameShape {
  readonly opcode?: number;
  readonly fin?: boolean;
  /** a length other than the payload's own, to lie about it */
  readonly claimedLength?: number;
  readonly masked?: boolean;
  readonly reservedBits?: number;
}

export function frameBytes(payload: Uint8Array, shape: FrameShape = {}): Buffer {
  const { opcode = opcodes.binary, fin = true, masked = true, reservedBits = 0 } = shape;
  const length = shape.claimedLength ?? payload.length;
  const lengthBytes = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const headerSize = 2 + lengthBytes + (masked ? 4 : 0);
  const bytes = Buffer.alloc(headerSize + payload.length);
  bytes[0] = (fin ? 128 : 0) | (reservedBits << 4) | opcode;
  bytes[1] = (masked ? 128 : 0) | (lengthBytes === 0 ? length : lengthBytes === 2 ? 126 : 127);
  if (lengthBytes === 2) bytes.writeUInt16BE(length, 2);
  if (lengthBytes === 8) bytes.writeBigUInt64BE(BigInt(length), 2);
  bytes.set(payload, headerSize);
  return bytes;
}
