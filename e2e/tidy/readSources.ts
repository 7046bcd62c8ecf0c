/** What the tidy test measures: files, folders, functions, comments and imports of the project's own source. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

const roots = ['.scripts', 'client', 'e2e', 'server', 'shared'];
const isCode = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file);
/** Looks into what it likes: tests and what only they use. */
const isOfTests = (file: string): boolean => /\.(test|spec)\.|\/testing\/|\/contract\/|^e2e\//.test(file);

export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Every file of the project's own folders, by path from the root. */
export function allFiles(): readonly string[] {
  return roots
    .flatMap((root) => readdirSync(root, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => path.posix.join(entry.parentPath.split(path.sep).join('/'), entry.name))
    .toSorted();
}

export function readSources(files: readonly string[]): readonly Source[] {
  return files
    .filter((file) => isCode(file) || file.endsWith('.css'))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

const parses = new Map<string, ReturnType<typeof parseSync>>();

/** Each file is parsed once. */
function parsed({ file, text }: Source): ReturnType<typeof parseSync> {
  const known = parses.get(file);
  if (known !== undefined) return known;
  const found = parseSync(file, text);
  parses.set(file, found);
  return found;
}

export const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: unknown;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** `describe` of `describe.each(list)(...)`. */
function calleeName(node: unknown): string {
  if (!isNode(node)) return '';
  if (typeof node.name === 'string') return node.name;
  return calleeName(node['object'] ?? node['callee'] ?? node['tag']);
}

/** Is there a test among the statements of this function? (`test.slow()` is none.) */
function groupsTests(node: Node): boolean {
  const body = isNode(node['body']) ? node['body']['body'] : null;
  if (!Array.isArray(body)) return false;
  return body.some((one: unknown) => {
    const call = isNode(one) ? one['expression'] : null;
    const isMember = isNode(call) && isNode(call['callee']) && call['callee'].type === 'MemberExpression';
    return (isMember ? ['it', 'describe'] : ['it', 'describe', 'test']).includes(calleeName(call));
  });
}

/** Functions by place and length in lines; what only groups tests is none. */
export function functionsOf({ file, text }: Source): readonly { readonly place: string; readonly lines: number }[] {
  const found: { place: string; lines: number }[] = [];
  const look = (value: unknown, name: string): void => {
    if (Array.isArray(value)) for (const one of value) look(one, name);
    if (!isNode(value)) return;
    const own = isNode(value['id']) ? value['id'].name : isNode(value['key']) ? value['key'].name : undefined;
    const called = typeof own === 'string' ? own : name;
    if (/^(Arrow)?Function(Declaration|Expression)$/.test(value.type) && !groupsTests(value))
      found.push({ place: `${file} ${called}`, lines: linesOf(text.slice(value.start, value.end)) });
    for (const inner of Object.values(value)) look(inner, called);
  };
  if (isCode(file)) look(parsed({ file, text }).program, '');
  return found;
}

/** Comments with their lines. */
export function commentsOf({ file, text }: Source): readonly { readonly place: string; readonly text: string }[] {
  if (!isCode(file)) return [];
  return parsed({ file, text }).comments.map((comment) => ({
    place: `${file}:${linesOf(text.slice(0, comment.start + 1))}`,
    text: comment.value,
  }));
}

const areaOf = (file: string): string => file.split('/').slice(0, 2).join('/');

/** From which area of the product to which a file imports. */
export function importsOf(source: Source): readonly { readonly from: string; readonly to: string }[] {
  return importedBy(source)
    .filter((target) => roots.includes(target.split('/')[0] ?? ''))
    .map((target) => ({ from: areaOf(source.file), to: areaOf(target) }))
    .filter(({ from, to }) => from !== to && to.includes('/'));
}

/** What a file imports: own files by path from the root, packages by name. */
function importedBy({ file, text }: Source): readonly string[] {
  if (!isCode(file) || isOfTests(file) || file.startsWith('.scripts/')) return [];
  const { staticImports, staticExports, dynamicImports } = parsed({ file, text }).module;
  const asked = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value ?? '')),
    ...dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
  return asked.map((name) => {
    if (name.startsWith('#')) return name.slice(1);
    return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
  });
}

/** Everything that files of a folder are made of, however far away, each with the way to it: `a.ts > b.ts > tldraw`. */
export function waysFrom(folder: string, sources: readonly Source[]): ReadonlyMap<string, string> {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const ways = new Map(sources.filter(({ file }) => file.startsWith(`${folder}/`)).map(({ file }) => [file, file]));
  for (const [file, way] of ways) {
    const source = byFile.get(file);
    for (const target of source === undefined ? [] : importedBy(source))
      if (!ways.has(target)) ways.set(target, `${way} > ${target}`);
  }
  return ways;
}
