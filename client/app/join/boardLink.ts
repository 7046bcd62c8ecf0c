/**
 * The address of a board as mail programs, chats and people pass it on: a key (`#k=`) that lets people join, or the
 * secret of a return link (`#r=`; of before: `#s=`) that brings one back, behind the board's id. What was done to it on the way is undone where it cannot be meant
 * otherwise: ids and secrets have one length and few letters, so that what stands around them is nobody's.
 */
export interface BoardSecret {
  readonly key: string | null;
  /** of a return link */
  readonly back: string | null;
  /** There is something where a secret should be, and it is neither. */
  readonly isBroken: boolean;
}

const idAtStart = /^[a-z0-9]{16}(?![a-z0-9])/i;
/** In letters of base64url, as the server makes them. */
const lengths = { k: 24, r: 40, s: 32 } as const;

/** The board's id in the part of the address behind `/b/`; what is no id stays as it is. */
export function readBoardId(segment: string): string {
  const id = idAtStart.exec(decoded(segment).trim())?.[0];
  return id === undefined ? segment : id.toLowerCase();
}

/** `rest` = what stands behind the board's id: a hash, or what was made of one. */
export function readSecret(rest: string): BoardSecret {
  const text = decoded(rest);
  const all = [found(text, 'k'), found(text, 'r'), found(text, 's')] as const;
  const [key, back, old] = all;
  const isBroken = all.includes(undefined) && !all.some((one) => typeof one === 'string');
  return { key: key ?? null, back: back ?? old ?? null, isBroken };
}

/** null: there is none; undefined: there is one that cannot be read. */
function found(text: string, name: keyof typeof lengths): string | null | undefined {
  const at = new RegExp(`(?:^|[^A-Za-z0-9])${name}=`).exec(text);
  if (at === null) return null;
  const rest = text.slice(at.index + at[0].length).replace(/^[^A-Za-z0-9_-]+/, '');
  // as it is, or broken over lines
  return exact(rest, lengths[name]) ?? exact(rest.replace(/\s+/g, ''), lengths[name]);
}

function exact(text: string, length: number): string | undefined {
  const run = /^[\w-]*/.exec(text)?.[0] ?? '';
  // `=3D` is the sign = as mail writes it
  for (const one of [run, run.replace(/^3D/, '')]) {
    // dashes and underlines behind it are of the text around it
    if (one.length === length || (one.length > length && /^[_-]+$/.test(one.slice(length))))
      return one.slice(0, length);
  }
  return undefined;
}

/** Without percent signs, which some programs write twice. A sign that is none stays. */
function decoded(text: string): string {
  let now = text;
  for (let times = 0; times < 3 && /%[0-9a-f]{2}/i.test(now); times += 1) {
    try {
      now = decodeURIComponent(now);
    } catch {
      // not UTF-8: letter by letter, what can be read
      return now.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  }
  return now;
}
