/**
 * How a file is named for saving (RFC 6266): letters that every program takes, and beside them the title in its own script
 * (`filename*`, RFC 8187), which programs prefer where they can.
 */
export function attachment(title: string, file: string): string {
  const plain = slug(title.normalize('NFKD').replaceAll(/\p{M}/gu, ''), /[^A-Za-z0-9]+/g);
  const whole = slug(title.normalize('NFC'), /[^\p{L}\p{M}\p{N}]+/gu);
  const named = encodeURIComponent(`${whole}-${file}`).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}-${file}"; filename*=UTF-8''${named}`;
}

const mostLetters = 60;

/** No sign that a disk or a shell reads as more than a letter. */
function slug(title: string, between: RegExp): string {
  const letters = [...title.replaceAll(between, '-').toLowerCase()].slice(0, mostLetters).join('');
  const trimmed = letters.replaceAll(/^-+|-+$/g, '');
  return trimmed === '' ? 'board' : trimmed;
}
