/**
 * A name or title as one line of visible text: control characters, line breaks and marks that turn the reading direction
 * around (with which one name can look like another) are taken out. Nothing visible left is `invalid-body`.
 */
import { Refusal } from '#shared/wire/Refusal.ts';

export function plainText(text: string): string {
  const plain = visibleText(text);
  if (plain === '') throw new Refusal('invalid-body');
  return plain;
}

/** The same for what is not asked for but shown; may be nothing. */
export function visibleText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
