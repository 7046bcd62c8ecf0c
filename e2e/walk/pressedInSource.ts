/** Every element in the client's source that takes a press of its own: file:line:column of where it begins. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

const handlers: readonly string[] = ['onClick', 'onSubmit', 'onSelect'];

export function pressedInSource(): readonly string[] {
  const places: string[] = [];
  const files = readdirSync('client', { recursive: true, encoding: 'utf8' }).map((name) => `client/${name}`);
  for (const file of files.filter((name) => name.endsWith('.tsx') && !/\.test\.tsx$|\/testing\//.test(name))) {
    const code = readFileSync(file, 'utf8');
    const placeOf = (start: number): string => {
      const lines = code.slice(0, start).split('\n');
      return `${file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
    };
    const look = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if (isPressed(node)) places.push(placeOf(node.start));
      for (const part of Object.values(node)) look(part);
    };
    look(parseSync(file, code).program);
  }
  return places.toSorted();
}

interface Opening {
  readonly type: 'JSXOpeningElement';
  readonly start: number;
  readonly attributes: readonly { readonly name?: { readonly name?: unknown } }[];
}

function isPressed(node: object): node is Opening {
  if (!('type' in node) || node.type !== 'JSXOpeningElement') return false;
  return (node as Opening).attributes.some(({ name }) => handlers.includes(String(name?.name)));
}
