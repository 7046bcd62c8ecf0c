/** Names a round or an idea; not a secret. crypto.randomUUID is missing where a workshop server runs without TLS. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

export function newSealedId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet.charAt(byte % 36)).join('');
}
