/** Black or white, whichever is easier to read on a color (`#rrggbb`). */
export function inkOn(color: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  if (channels.length < 3 || channels.some(Number.isNaN)) return '#ffffff';
  const [red = 0, green = 0, blue = 0] = channels.map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Where contrast with white and with our ink are equal.
  return luminance > 0.2 ? '#1c2733' : '#ffffff';
}
