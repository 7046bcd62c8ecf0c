/** Colors as tests look at them: the custom properties of a style sheet, and how well one color can be read on another. */

/** Custom properties with this prefix in the first block of the selector: name -> value. */
export function colorsIn(css: string, prefix: string, selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  const found = block.matchAll(new RegExp(`(--${prefix}-[a-z-]+): ([^;]+);`, 'g'));
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}

/** 1 to 21; words need 4.5. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
