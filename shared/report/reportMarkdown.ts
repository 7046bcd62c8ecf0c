/** A report as Markdown: headings, tables and lists that every reader shows, pictures as files beside it. */
import type { Block, Report } from './Report.ts';

/** Where the picture files stand, seen from the Markdown file. */
export function reportMarkdown(report: Report, pictures: string): string {
  const { title, kicker, place, state, notes } = report;
  return [
    `# ${inline(title)}`,
    `**${inline(kicker)}**${place.trim() === '' ? '' : ` · ${inline(place)}`}`,
    inline(state),
    ...report.blocks.map((block) => blockText(block, pictures)),
    '---',
    ...notes.map(inline),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function blockText(block: Block, pictures: string): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${inline(block.text)}`;
    case 'paragraph': {
      const text = [block.lead ? `**${inline(block.lead)}**` : '', inline(block.text)]
        .filter((part) => part !== '')
        .join(' ');
      return block.tone === 'large' ? `> ${text}` : text;
    }
    case 'list':
      return block.items.map(({ lead, text }) => `- ${lead ? `**${inline(lead)}** ` : ''}${inline(text)}`).join('\n');
    case 'facts':
      return block.rows.map(([label, value]) => `- **${inline(label)}:** ${inline(value)}`).join('\n');
    case 'picture':
      return `![${inline(`${block.picture.title}. ${block.picture.description}`)}](${pictures}/${block.name}.png)`;
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const align = block.columns.map(({ align: side }) =>
        side === 'end' ? '---:' : side === 'center' ? ':---:' : '---',
      );
      return [
        ...(block.caption === '' ? [] : [`*${inline(block.caption)}*\n`]),
        row(block.columns.map(({ label }) => inline(label))),
        row(align),
        ...block.rows.map((cells) => row(cells.map(({ text }) => text.split('\n').map(inline).join('<br>')))),
      ].join('\n');
    }
  }
}

/** What people wrote, on one line and without being taken for Markdown or HTML. */
export function inline(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|#~]/g, (sign) => `\\${sign}`)
    .replace(/^([-+]|\d+[.)])(?=\s)/, (start) => `\\${start}`);
}
