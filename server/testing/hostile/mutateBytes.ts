/** Seeded damage to honest bytes: flips, cuts, doubles, numbers that lie. */

/** Numbers in [0, 1) from a seed, the same everywhere (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function mutateBytes(bytes: Uint8Array, random: () => number): Uint8Array {
  let mutated: Uint8Array = Uint8Array.from(bytes);
  const at = () => Math.floor(random() * mutated.length);
  for (let times = 1 + Math.floor(random() * 3); times > 0 && mutated.length > 0; times--) {
    const kind = Math.floor(random() * 6);
    if (kind === 0) mutated[at()] = Math.floor(random() * 256);
    else if (kind === 1) mutated[at()] = [0, 1, 127, 128, 255][Math.floor(random() * 5)] ?? 0;
    else if (kind === 2) mutated = mutated.slice(0, at());
    else if (kind === 3) {
      const from = at();
      mutated = Buffer.concat([mutated.subarray(0, from), mutated.subarray(from + 1 + Math.floor(random() * 4))]);
    } else if (kind === 4) {
      const from = at();
      const part = mutated.subarray(from, from + 8);
      mutated = Buffer.concat([mutated.subarray(0, from), part, part, mutated.subarray(from + part.length)]);
    } else {
      const index = at();
      mutated[index] = (mutated[index] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
  }
  return mutated;
}
