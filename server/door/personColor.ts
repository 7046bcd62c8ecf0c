/**
 * The color of a person: the same on cursor, avatar and selection for everybody. White text on any of them has a
 * contrast of at least 4.6 : 1. A new person gets the color that looks least like those already on the board.
 */
export const personColors = [
  '#c22d6d',
  '#c92f31',
  '#af5407',
  '#976700',
  '#7e7302',
  '#58800e',
  '#018449',
  '#158374',
  '#13808b',
  '#067ca6',
  '#0c6ddd',
  '#6759db',
  '#9148c4',
  '#af399e',
  '#8b1738',
  '#7d3400',
  '#634803',
  '#475408',
  '#075d34',
  '#075956',
  '#04556f',
  '#1f459d',
  '#5b3291',
  '#7b226c',
] as const;

/** `taken`: colors of the people on the board, one entry per person. `start` in [0, 1) chooses among equals. */
export function personColor(taken: readonly string[], start: number): string {
  const uses = new Map<string, number>(personColors.map((color) => [color, 0]));
  for (const color of taken) uses.set(color, (uses.get(color) ?? 0) + 1);
  const fewest = Math.min(...personColors.map((color) => uses.get(color) ?? 0));
  const free = personColors.filter((color) => uses.get(color) === fewest);
  const crowd = personColors.filter((color) => (uses.get(color) ?? 0) > fewest).map(labOf);
  const first = Math.floor(start * free.length);
  let best: string = personColors[0];
  let bestDistance = -1;
  for (let step = 0; step < free.length; step += 1) {
    const color = free[(first + step) % free.length] ?? best;
    const lab = labOf(color);
    const distance = crowd.length === 0 ? 0 : Math.min(...crowd.map((other) => distanceOf(lab, other)));
    if (distance > bestDistance) [best, bestDistance] = [color, distance];
  }
  return best;
}

type Lab = readonly [number, number, number];

/** OKLab: equal distances look equally different. */
function labOf(hex: string): Lab {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function distanceOf(a: Lab, b: Lab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
