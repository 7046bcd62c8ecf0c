/** The short code of a board as people write it and as it is stored. */

/** `K7MR4XTB` -> `K7MR-4XTB`. */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What somebody typed, in the stored form: any case, with spaces, dashes and signs of any kind around and in it. */
export function joinCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}
