/** A report as PDF: cover, sections with bookmarks, pictures as vectors on pages of their own, page numbers. */
import { fitText } from '#shared/views/frame/fitText.ts';
import type { TextWeight } from '#shared/drawings/Shape.ts';
import type { Picture } from '#shared/picture/Picture.ts';
import type { Block, ListItem, PictureBlock, Report } from '#shared/report/Report.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { drawPicture, type PictureBox } from './drawPicture.ts';
import { drawTable, leastTableHeight } from './drawTable.ts';
import { pdfColors, PdfPage } from './PdfPage.ts';
import type { PdfTag } from './PdfTags.ts';

export async function pdfReport(report: Report, words: ReportWords, createdAtMs: number): Promise<Uint8Array> {
  const page = new PdfPage({
    title: `${report.title}: ${report.kicker}`,
    language: report.language,
    createdAtMs,
  });
  drawCover(page, report);
  page.y = page.bottom;
  const bookmarks = new Bookmarks(page);
  bookmarks.add(1, report.title);
  for (const [at, block] of report.blocks.entries()) {
    if (block.kind === 'heading' && block.level === 1 && page.y > freshBelow) page.addPage();
    drawBlock(page, block, bookmarks, report.blocks.slice(at + 1));
  }
  drawNotes(page, report);
  numberPages(page, report, words);
  if (page.doc.hasLettersFor(signsIn(report))) page.doc.claimAccessible();
  return page.end();
}

function signsIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string') for (const sign of value) found.add(sign);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) signsIn(part, found);
  return found;
}

/** A section begins on a page of its own, but for those that follow a short one. */
const freshBelow = 340;

class Bookmarks {
  readonly #page: PdfPage;
  #section: PDFKit.PDFOutline | null = null;

  constructor(page: PdfPage) {
    this.#page = page;
  }

  add(level: 1 | 2 | 3, text: string): void {
    if (level === 1) this.#section = this.#page.doc.outline.addItem(text);
    else if (level === 2) this.#section?.addItem(text);
  }
}

function drawCover(page: PdfPage, report: Report): void {
  page.addPage(pdfColors.paper);
  const { doc, tags, left, textWidth: width } = page;
  tags.decorate(() => doc.rect(0, 0, page.width, 12).fill(pdfColors.goal));
  page.y = 150;
  page.text(tags.add('P'), report.kicker, 600, 13, pdfColors.goal);
  page.y += 10;
  const title = fitText(report.title, { width, maxLines: 4, fontSizes: [40, 36, 32, 28, 24], leading: 1.15 });
  const titleTag = tags.add('H1');
  for (const line of title.lines) {
    drawLine(page, titleTag, line, 800, title.fontSize, pdfColors.ink, left, page.y);
    page.y += title.lineHeight;
  }
  if (report.place.trim() !== '') {
    page.y += 8;
    page.text(tags.add('P'), report.place, 400, 13, pdfColors.soft);
  }
  if (report.goal !== '') {
    page.y += 36;
    const goal = fitText(report.goal, {
      width: width - 48,
      maxLines: 7,
      fontSizes: [20, 18, 16, 14],
      leading: 1.35,
    });
    const height = goal.lines.length * goal.lineHeight + 40;
    tags.decorate(() => doc.roundedRect(left, page.y, width, height, 10).fill(pdfColors.goal));
    const goalTag = tags.add('P');
    for (const [at, line] of goal.lines.entries())
      drawLine(page, goalTag, line, 600, goal.fontSize, '#ffffff', left + 24, page.y + 20 + at * goal.lineHeight);
    page.y += height;
  }
  page.y += 36;
  drawNumbers(page, report);
  page.font(600, 11, pdfColors.ink);
  tags.draw(tags.add('P'), () => doc.text(report.state, left, page.height - 110, { width }));
}

/** One line of several that are one text: the space at its end keeps its last word apart from the next line's first. */
function drawLine(
  page: PdfPage,
  tag: PdfTag,
  line: string,
  weight: TextWeight,
  size: number,
  color: string,
  left: number,
  top: number,
): void {
  page.font(weight, size, color);
  page.tags.draw(tag, () => page.doc.text(`${line} `, left, top, { lineBreak: false }));
}

function drawNumbers(page: PdfPage, { numbers }: Report): void {
  const { doc, tags, y } = page;
  const each = page.textWidth / numbers.length;
  const list = tags.add('L');
  for (const [at, { value, label }] of numbers.entries()) {
    const item = tags.add('LI', list);
    const left = page.left + at * each;
    drawLine(page, tags.add('Lbl', item), value, 800, 26, pdfColors.goal, left, y);
    page.font(400, 9.5, pdfColors.soft);
    tags.draw(tags.add('LBody', item), () => doc.text(label, left, y + 34, { width: each - 12, lineGap: 2 }));
  }
}

const headingRoles = { 1: 'H1', 2: 'H2', 3: 'H3' } as const;

function drawBlock(page: PdfPage, block: Block, bookmarks: Bookmarks, following: readonly Block[]): void {
  const { tags } = page;
  switch (block.kind) {
    case 'heading': {
      const size = block.level === 1 ? 22 : block.level === 2 ? 14 : 11;
      page.need(leastBelowHeading(page, block.level, following));
      if (!page.isAtTop) page.y += block.level === 1 ? 26 : block.level === 2 ? 16 : 8;
      bookmarks.add(block.level, block.text);
      page.text(
        tags.add(headingRoles[block.level]),
        block.text,
        block.level === 1 ? 800 : 700,
        size,
        block.level === 3 ? pdfColors.ink : pdfColors.goal,
      );
      page.y += block.level === 1 ? 10 : 5;
      return;
    }
    case 'paragraph': {
      const isLarge = block.tone === 'large';
      page.need(30);
      if (block.lead) {
        page.text(tags.add('P'), block.lead, 600, 10.5, pdfColors.ink);
        if (block.text === '') {
          page.y += 3;
          return;
        }
        page.y += 1;
      }
      page.text(
        tags.add('P'),
        block.text,
        isLarge ? 600 : 400,
        isLarge ? 14 : block.tone === 'quiet' ? 9.5 : 10.5,
        block.tone === 'quiet' ? pdfColors.soft : pdfColors.ink,
      );
      page.y += isLarge ? 9 : 8;
      return;
    }
    case 'list':
      drawList(page, block.items);
      return;
    case 'facts':
      drawFacts(page, block.rows);
      return;
    case 'picture':
      drawPictureBlock(page, block);
      return;
    case 'table':
      drawTable(page, block);
  }
}

/** A heading stands on the page of what it is about. */
function leastBelowHeading(page: PdfPage, level: 1 | 2 | 3, following: readonly Block[]): number {
  if (leadsToImage(following)) return leastImageRoom + 100;
  const own = level === 3 ? 60 : 150;
  const next = following.find(({ kind }) => kind !== 'paragraph' && kind !== 'heading');
  const between = following.indexOf(next ?? following[0] ?? { kind: 'list', items: [] });
  if (next?.kind !== 'table' || between > 2) return own;
  return Math.max(own, 60 + between * 40 + leastTableHeight(page, next));
}

/** Whether a picture for a page comes next, a heading and what is said before it aside. */
function leadsToImage(following: readonly Block[]): boolean {
  const next = following.find(({ kind }) => kind !== 'paragraph' && kind !== 'heading');
  return next?.kind === 'picture' && next.size === 'page';
}

function drawList(page: PdfPage, items: readonly ListItem[]): void {
  const { tags } = page;
  const list = tags.add('L');
  for (const { lead, text } of items) {
    page.need(24);
    const item = tags.add('LI', list);
    drawLine(page, tags.add('Lbl', item), '•', 400, 10.5, pdfColors.goal, page.left + 4, page.y);
    const whole = lead ? `${lead} ${text}` : text;
    page.text(tags.add('LBody', item), whole, 400, 10.5, pdfColors.ink, page.textWidth - 18, page.left + 18);
    page.y += 4;
  }
  page.y += 6;
}

/** What is told of what: a list whose labels are words. */
function drawFacts(page: PdfPage, rows: readonly (readonly [label: string, value: string])[]): void {
  const { doc, tags } = page;
  const list = tags.add('L');
  for (const [label, value] of rows) {
    page.need(30);
    const top = page.y;
    const item = tags.add('LI', list);
    page.font(600, 9.5, pdfColors.soft);
    tags.draw(tags.add('Lbl', item), () => doc.text(label, page.left, top + 1, { width: 128 }));
    const labelEnd = doc.y;
    page.text(tags.add('LBody', item), value, 400, 10.5, pdfColors.ink, page.textWidth - 140, page.left + 140);
    if (page.y >= top) page.y = Math.max(page.y, labelEnd);
    page.y += 1.2;
  }
  page.y += 8;
}

/** Less than this, and a picture for a page stands on the next one. */
const leastImageRoom = 470;
const pictureSide = 30;
/** How high a picture in the text may be. */
const pictureHeight = { half: 330, wide: 140 } as const;
/** Left for the lines that say what the picture shows. */
const belowPicture = 64;

/** A picture for a page takes what is left of one, on its own ground; wide ones stand in the text. */
function drawPictureBlock(page: PdfPage, { picture, size }: PictureBlock): void {
  const { doc, tags } = page;
  if (size === 'page') {
    const width = page.width - pictureSide * 2;
    const wanted = Math.min((width / picture.width) * picture.height, leastImageRoom);
    if (page.room < wanted) page.addPage();
    const height = Math.min((width / picture.width) * picture.height, page.room - belowPicture);
    tags.decorate(() => doc.roundedRect(pictureSide, page.y, width, height, 10).fill(picture.background));
    page.y += drawFigure(page, picture, { x: pictureSide, y: page.y, width, height }) + 14;
    return;
  }
  const height = Math.min((page.textWidth / picture.width) * picture.height, pictureHeight[size]);
  page.need(height + 24);
  const caption = tags.make('Caption');
  page.text(caption, picture.title, 600, 9.5, pdfColors.soft);
  page.y += 4;
  page.y += drawFigure(page, picture, { x: page.left, y: page.y, width: page.textWidth, height }, caption) + 12;
}

/** Whoever cannot see it has it in words; texts inside of it are part of it. */
function drawFigure(page: PdfPage, picture: Picture, box: PictureBox, caption?: PdfTag): number {
  const { doc, tags } = page;
  const { x, y, width, height } = box;
  const tag = tags.add('Figure', undefined, {
    alt: `${picture.title}. ${picture.description}`,
    bbox: [x, y, x + width, y + height],
  });
  if (caption !== undefined) tags.put(caption, tag);
  let taken = 0;
  tags.draw(tag, () => {
    taken = drawPicture(doc, picture, box);
  });
  return taken;
}

function drawNotes(page: PdfPage, report: Report): void {
  page.need(80);
  page.y += 14;
  for (const note of report.notes) {
    page.text(page.tags.add('P'), note, 400, 8.5, pdfColors.soft);
    page.y += 2;
  }
}

function numberPages(page: PdfPage, report: Report, words: ReportWords): void {
  const { doc } = page;
  const { start, count } = doc.bufferedPageRange();
  for (let at = start + 1; at < start + count; at += 1) {
    doc.switchToPage(at);
    const { width, height } = doc.page;
    const y = height - 36;
    const number = words.fill(words.texts.file.page, { page: at + 1, pages: count });
    page.tags.decorate(() => {
      page.font(400, 8, pdfColors.soft).text(`${report.title} · ${report.state}`, 54, y, { lineBreak: false });
      doc.text(number, width - 54 - doc.widthOfString(number), y, { lineBreak: false });
    }, 'Pagination');
  }
}
