/** A comparison as a Markdown file. What people wrote is quoted, so that it stays text. */
import type { BoardMoment, Comparison } from './Comparison.ts';
import type { CompareWords } from './CompareWords.ts';
import { describeComparison } from './describeComparison.ts';

export interface MarkdownHead {
  readonly board: string;
  /** the names of both moments, with their times */
  readonly before: string;
  readonly after: string;
}

export function comparisonMarkdown(
  comparison: Comparison,
  moments: { readonly before: BoardMoment; readonly after: BoardMoment },
  words: CompareWords,
  head: MarkdownHead,
): string {
  const lines = [
    `# ${plain(words.title)}: ${plain(head.board)}`,
    '',
    plain(words.between(head.before, head.after)),
    '',
  ];
  const groups = describeComparison(comparison, moments, words);
  if (groups.length === 0) lines.push(plain(words.nothing), '');
  for (const { title, items } of groups) {
    lines.push(`## ${plain(title)}`, '');
    for (const { how, text, details } of items) {
      lines.push(how === null ? `- ${plain(text)}` : `- **${plain(words.how[how])}:** ${plain(text)}`);
      for (const detail of details) lines.push(`  - ${plain(detail)}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

/** One line, in which no letter means anything to Markdown or HTML. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^([-+]|\d+\.)(?=\s)/, '\\$1');
}
