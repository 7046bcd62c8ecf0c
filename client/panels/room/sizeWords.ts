/** A size as people read it, in the language. */
export function sizeWords(bytes: number, language: string): string {
  const [unit, each] = bytes >= 1_000_000 ? (['megabyte', 1_000_000] as const) : (['kilobyte', 1_000] as const);
  const digits = bytes < 10 * each ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(bytes / each);
}
