/** Panels that need more room than a column beside the canvas: a grid, a table. */
export function isWidePanel(name: string | null): boolean {
  return name === 'power' || name === 'csv';
}
