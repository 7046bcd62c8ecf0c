/** A report as a Word document: headings, tables with repeated heads, pictures with words for who cannot see them, page numbers. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Picture } from '#shared/picture/Picture.ts';
import type { Block, Cell, Column, PictureBlock, Report, TableBlock } from '#shared/report/Report.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { picturePng } from './picturePng.ts';

/** Twentieths of a point, for a letter page. */
const page = { width: 12_240, height: 15_840, side: 1_020, top: 800, bottom: 860 };
const textWidth = page.width - page.side * 2;
/** Pixels as Word counts them: 96 to the inch. */
const pixelsWide = (textWidth / 1440) * 96;
/** How high a picture may be, in the same pixels. */
const pixelsHigh = { page: 515, half: 290, wide: 170 } as const;

const colors = { ink: '1C2733', soft: '56606B', goal: '0B4F4A', head: 'EEF3F1', line: 'D9D2C1', gapInk: '8F1D31' };
const grounds: Readonly<Record<string, string>> = { gap: 'FBE9EA', thin: 'FDF3D8', covered: 'E3F1EE' };
const font = 'Calibri';
/** Of the letters in tables, in half points. */
const tableSize = 17;

/** `pngOf` may keep pictures that stand in several files. */
export async function docxReport(
  report: Report,
  words: ReportWords,
  pngOf: (block: PictureBlock) => Uint8Array = ({ picture }) => picturePng(picture, { scale: 2, maxSide: 3_000 }),
): Promise<Uint8Array> {
  const document = new Document({
    title: `${report.title}: ${report.kicker}`,
    creator: 'Roundtable',
    description: report.state,
    styles: styles(report.language),
    numbering: {
      config: [
        {
          reference: 'dots',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side, footer: 500 },
          },
        },
        footers: { default: footer(report, words) },
        children: [
          ...titleParts(report),
          ...report.blocks.flatMap((block, at) => blockParts(block, report.blocks[at + 1], pngOf)),
          ...noteParts(report),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function styles(language: string) {
  const run = (size: number, color: string, bold = true) => ({ font, size, bold, color });
  return {
    default: {
      document: { run: { font, size: 20, color: colors.ink, language: { value: language } } },
      title: { run: run(48, colors.ink), paragraph: { spacing: { after: 20 } } },
      heading1: { run: run(30, colors.goal), paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
      heading2: { run: run(24, colors.goal), paragraph: { spacing: { before: 180, after: 60 }, keepNext: true } },
      heading3: { run: run(22, colors.ink), paragraph: { spacing: { before: 180, after: 60 }, keepNext: true } },
    },
    paragraphStyles: [
      { id: 'PageFoot', name: 'Page foot', basedOn: 'Normal', run: { font, size: 16, color: colors.soft } },
    ],
  };
}

function titleParts(report: Report): readonly Paragraph[] {
  const line = (text: string, size: number, color: string, bold = false) =>
    new Paragraph({ spacing: { after: 20 }, children: [new TextRun({ text: clean(text), size, color, bold, font })] });
  return [
    line(report.kicker, 24, colors.goal, true),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(clean(report.title))] }),
    ...(report.place.trim() === '' ? [] : [line(report.place, 22, colors.soft)]),
    line(report.state, 20, colors.ink, true),
  ];
}

function noteParts(report: Report): readonly Paragraph[] {
  return [
    new Paragraph({
      spacing: { before: 240 },
      children: [new TextRun({ text: clean(report.notes.join(' ')), size: 17, color: colors.soft, font })],
    }),
  ];
}

function footer(report: Report, words: ReportWords): Footer {
  const marked = words.fill(words.texts.file.page, { page: '⟨page⟩', pages: '⟨pages⟩' }).split(/(⟨pages?⟩)/);
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageFoot',
        tabStops: [{ type: 'right', position: textWidth }],
        children: [
          new TextRun({ text: `${clean(report.title)} · ${report.state}`, size: 16, color: colors.soft, font }),
          new TextRun({ text: '\t', size: 16 }),
          ...marked.map(
            (part) =>
              new TextRun({
                size: 16,
                color: colors.soft,
                font,
                ...(part === '⟨page⟩'
                  ? { children: [PageNumber.CURRENT] }
                  : part === '⟨pages⟩'
                    ? { children: [PageNumber.TOTAL_PAGES] }
                    : { text: part }),
              }),
          ),
        ],
      }),
    ],
  });
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function blockParts(
  block: Block,
  next: Block | undefined,
  pngOf: (block: PictureBlock) => Uint8Array,
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], children: [new TextRun(clean(block.text))] })];
    case 'paragraph': {
      const isLarge = block.tone === 'large';
      const size = isLarge ? 26 : block.tone === 'quiet' ? 18 : 20;
      return [
        new Paragraph({
          spacing: { after: block.lead && block.text === '' ? 40 : 90, line: 259 },
          // what leads to something stays with it
          keepNext: block.text === '' || next?.kind === 'picture' || next?.kind === 'table',
          children: [
            ...(block.lead ? [new TextRun({ text: `${clean(block.lead)} `, bold: true, size, font })] : []),
            new TextRun({
              text: clean(block.text),
              size,
              font,
              bold: isLarge,
              color: block.tone === 'quiet' ? colors.soft : colors.ink,
            }),
          ],
        }),
      ];
    }
    case 'list':
      return block.items.map(
        ({ lead, text }) =>
          new Paragraph({
            numbering: { reference: 'dots', level: 0 },
            spacing: { after: 40, line: 252 },
            children: [
              ...(lead ? [new TextRun({ text: `${clean(lead)} `, bold: true, font })] : []),
              new TextRun({ text: clean(text), font }),
            ],
          }),
      );
    case 'facts':
      return [factsTable(block.rows), gap()];
    case 'picture':
      return pictureParts(block, pngOf(block));
    case 'table':
      return tableParts(block);
  }
}

function pictureParts(block: PictureBlock, png: Uint8Array): readonly Paragraph[] {
  const { picture } = block;
  const scale = Math.min(pixelsWide / picture.width, pixelsHigh[block.size] / picture.height);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 60, after: 40 },
      keepNext: true,
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
          altText: altText(block.name, picture),
        }),
      ],
    }),
    new Paragraph({
      spacing: { after: 100 },
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: clean(picture.title), size: 18, color: colors.soft, italics: true, font })],
    }),
  ];
}

function altText(name: string, { title: heading, description }: Picture) {
  return { name, title: clean(heading), description: clean(`${heading}. ${description}`).slice(0, 2_000) };
}

function tableParts(block: TableBlock): readonly (Paragraph | Table)[] {
  const widths = widthsOf(block.columns);
  const caption = new Paragraph({
    keepNext: true,
    spacing: { before: 120, after: 60 },
    children: [new TextRun({ text: clean(block.caption), bold: true, size: 19, color: colors.soft, font })],
  });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((one, at) =>
      tableCell({ text: one.label, mark: 'strong' }, one, widths[at] ?? 0, true),
    ),
  });
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: row.every(({ text }) => text.length < 600),
        children: block.columns.map((one, at) => tableCell(row[at] ?? { text: '' }, one, widths[at] ?? 0, false)),
      }),
  );
  return [...(block.caption === '' ? [] : [caption]), gridTable(widths, [head, ...rows]), gap()];
}

function gridTable(widths: readonly number[], rows: readonly TableRow[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: colors.line };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    rows: [...rows],
  });
}

function widthsOf(columns: readonly Pick<Column, 'width'>[]): readonly number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => Math.floor((width / whole) * textWidth));
}

function tableCell(
  cell: Cell,
  { align }: Pick<Column, 'align'>,
  width: number,
  isHead: boolean,
  above = 20,
): TableCell {
  const ground = isHead ? colors.head : grounds[cell.mark ?? ''];
  const color = isHead
    ? colors.goal
    : cell.mark === 'gap'
      ? colors.gapInk
      : cell.mark === 'quiet'
        ? colors.soft
        : colors.ink;
  const side = align === 'end' ? AlignmentType.RIGHT : align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { top: above, bottom: above, left: 80, right: 80 },
    ...(ground === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: ground } }),
    children: cell.text.split('\n').map(
      (text) =>
        new Paragraph({
          alignment: side,
          // an empty cell is as high as its paragraph mark
          run: { size: tableSize },
          children: [
            new TextRun({
              text: clean(text),
              size: tableSize,
              font,
              color,
              bold: cell.mark === 'strong',
            }),
          ],
        }),
    ),
  });
}

/** Label and value beside each other, without lines. */
function factsTable(rows: readonly (readonly [string, string])[]): Table {
  const widths = widthsOf([{ width: 3 }, { width: 10 }]);
  return gridTable(
    widths,
    rows.map(
      ([label, value]) =>
        new TableRow({
          cantSplit: true,
          children: [
            tableCell({ text: label, mark: 'quiet' }, {}, widths[0] ?? 0, false, 10),
            tableCell({ text: value }, {}, widths[1] ?? 0, false, 10),
          ],
        }),
    ),
  );
}

function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT }, children: [] });
}

/** What XML cannot hold is left out. */
function clean(text: string): string {
  return text.replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
