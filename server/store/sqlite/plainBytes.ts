/** Bytes as the port promises them: a plain Uint8Array over the same memory, without Buffer's other `slice`. */
export function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
