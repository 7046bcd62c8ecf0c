/** A row as it goes aside: with its table, as JSON; bytes as base64. */
export type StoredRow = Readonly<Record<string, string | number | Uint8Array | null>>;

export function packedRow(table: string, row: StoredRow): Uint8Array {
  const columns = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  ]);
  return Uint8Array.from(Buffer.from(JSON.stringify({ table, ...Object.fromEntries(columns) })));
}
