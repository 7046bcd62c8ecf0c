/** What `read` gives; null where it throws: the error may quote what nobody may see (SEALED-10). */
export function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
