/** The hashes of a snapshot's pieces stand one behind the other in one column; elsewhere each is a text of hex digits. */
const hashBytes = 16;

export function splitHashes(hashes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.floor(hashes.length / hashBytes) }, (_, at) =>
    hashes.subarray(at * hashBytes, (at + 1) * hashBytes),
  );
}

export function hexOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}
