/** The secret part of a board's address: a key (`#k=`) that lets people join, or a seat (`#s=`) that brings one back. */
export interface BoardSecret {
  readonly key: string | null;
  readonly seat: string | null;
}

export function readSecret(hash: string): BoardSecret {
  const parts = new URLSearchParams(hash.replace(/^#/u, ''));
  const one = (name: string): string | null => {
    const value = parts.get(name);
    return value === null || value === '' || value.length > 200 ? null : value;
  };
  return { key: one('k'), seat: one('s') };
}

export function returnLink(origin: string, board: string, seat: string): string {
  return `${origin}/b/${board}#s=${encodeURIComponent(seat)}`;
}
