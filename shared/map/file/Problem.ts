/** One error of a file, named by its path. */
export interface Problem {
  /** `organizations[3].sector`; empty for the file as a whole */
  readonly path: string;
  readonly message: string;
}

/** `base[3]` or `base.key`. */
export function step(base: string, key: string | number): string {
  if (typeof key === 'number') return `${base}[${key}]`;
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : JSON.stringify(key.slice(0, 60));
  return base === '' ? plain : `${base}.${plain}`;
}
