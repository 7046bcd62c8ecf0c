/** A mean as people read it, on the screen and in files: one decimal says all that a few answers can. */
export function meanText(mean: number, language: string): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(mean);
}
