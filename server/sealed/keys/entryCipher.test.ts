import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newSealedId } from '#server/door/secrets/randomText.ts';
import { newBoard, newPersonId } from '#server/store/contract/rows.ts';
import { decrypt, encrypt, isPlain, rowName } from './entryCipher.ts';
import { changedEntry, emptyEntry, readEntry, type SealedEntry, writeEntry } from '#server/sealed/SealedEntry.ts';

const newKey = () => createSecretKey(randomBytes(32));
const newRow = () => rowName(newBoard().id, newSealedId(), newPersonId());

describe('what is written in a round', () => {
  it('[SEALED-20] comes back whole, with the same key for the same row, and twice the same looks different', () => {
    const [key, row] = [newKey(), newRow()];
    for (const text of ['{}', '{"a":"Zoë 😀"}', JSON.stringify({ a: 'x'.repeat(40_000) })]) {
      const stored = encrypt(key, row, text);
      expect(isPlain(stored)).toBe(false);
      expect(JSON.parse(decrypt(key, row, stored))).toEqual(JSON.parse(text));
      expect(encrypt(key, row, text)).not.toBe(stored);
    }
  });

  it('[SEALED-20] cannot be read with another key, in another row, or when a byte is another one', () => {
    const [key, row] = [newKey(), newRow()];
    const stored = encrypt(key, row, '{"dots":{"a":2}}');
    expect(() => decrypt(newKey(), row, stored)).toThrow();
    expect(() => decrypt(key, newRow(), stored)).toThrow();
    const bytes = Buffer.from(stored.slice(stored.indexOf(':') + 1), 'base64');
    for (const at of [0, 20, bytes.length - 1]) {
      const broken = Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));
      expect(() => decrypt(key, row, `sealed1:${broken.toString('base64')}`)).toThrow();
    }
    for (const cut of ['', 'sealed1:', stored.slice(0, 20), stored.slice(0, -8)])
      expect(() => decrypt(key, row, cut)).toThrow();
  });

  it('[SEALED-20] is as long for any ballot, any answers and an abstention', () => {
    const [key, row] = [newKey(), newRow()];
    const length = (change: Partial<SealedEntry>, times: number): number => {
      let entry: SealedEntry = { ...emptyEntry, ...change };
      for (let left = times; left > 0; left -= 1) entry = changedEntry(entry, newSealedId());
      const stored = encrypt(key, row, writeEntry(entry) ?? '');
      expect(readEntry(decrypt(key, row, stored))).toEqual(entry);
      return stored.length;
    };
    const dots = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}`.padStart(16, 'o'), 20]));
    const answers = { reliability: 1, truth: 1, ability: 1, strength: 1, safe_to_disagree: 1, clear_rules: 1 };
    const lengths = [
      length({ dots: { o1: 1 } }, 1),
      length({ dots }, 100),
      length({ answers }, 1),
      length({ abstains: true }, 1),
    ];
    expect(new Set(lengths).size).toBe(1);
  });
});
