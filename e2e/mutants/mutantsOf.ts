/** Small faults that a hand makes: each is one place of a file changed. */
import { parseSync } from 'vite';

export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** what stands there, and what instead */
  readonly was: string;
  readonly is: string;
  readonly code: string;
}

const swapped: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '&&': '||',
  '||': '&&',
  '??': '&&',
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly operator?: string;
  readonly value?: unknown;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

export function mutantsOf(file: string, code: string): readonly Mutant[] {
  const found: Mutant[] = [];
  const add = (start: number, end: number, is: string): void => {
    const line = code.slice(0, start).split('\n').length;
    const rest = code.split('\n')[line - 1]?.trim() ?? '';
    found.push({ file, line, was: rest, is, code: code.slice(0, start) + is + code.slice(end) });
  };
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) look(one);
    if (!isNode(value) || value.type.startsWith('TS') || value.type === 'ImportDeclaration') return;
    const { type, operator, start } = value;
    const { left, right, argument, test } = value;
    if ((type === 'BinaryExpression' || type === 'LogicalExpression') && isNode(left) && isNode(right)) {
      const other = swapped[operator ?? ''];
      const at = code.indexOf(operator ?? '', left.end);
      // a text put together is no sum
      const isText = [left, right].some((one) => one.type === 'TemplateLiteral' || typeof one.value === 'string');
      if (other !== undefined && at >= 0 && at < right.start && !isText) add(at, at + (operator?.length ?? 0), other);
    }
    if (type === 'UnaryExpression' && operator === '!' && isNode(argument)) add(start, argument.start, '');
    if (type === 'Literal' && typeof value.value === 'boolean') add(start, value.end, String(!value.value));
    if (type === 'IfStatement' && isNode(test)) add(test.start, test.end, 'false');
    for (const part of Object.values(value)) look(part);
  };
  look(parseSync(file, code).program);
  return found;
}
