/** A report as PDF: cover, sections with bookmarks, pictures as vectors on pages of their own, page numbers. */
import { fitText } from '#shared/frame/fitText.ts';
import type { Block, PictureBlock, Report } from '#shared/report/Report.ts';
import type { ReportWords } from '#shared/report/ReportWords.ts';
import { drawPicture } from './drawPicture.ts';
import { drawTable } from './drawTable.ts';
import { pdfColors, PdfPage } from './PdfPage.ts';

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
    drawBlock(page, block, bookmarks, report.blocks[at + 1]);
  }
  drawNotes(page, report);
  numberPages(page, report, words);
  return page.end();
}

/** A section begins on a page of its own, but for those that follow a very short one. */
const freshBelow = 230;

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
  const { doc, left, textWidth: width } = page;
  doc.rect(0, 0, page.width, 12).fill(pdfColors.goal);
  page.y = 150;
  page.text(report.kicker, 600, 13, pdfColors.goal);
  page.y += 10;
  const title = fitText(report.title, { width, maxLines: 4, fontSizes: [40, 36, 32, 28, 24], leading: 1.15 });
  for (const line of title.lines) {
    page.font(800, title.fontSize, pdfColors.ink).text(line, left, page.y, { lineBreak: false });
    page.y += title.lineHeight;
  }
  if (report.place.trim() !== '') {
    page.y += 8;
    page.text(report.place, 400, 13, pdfColors.soft);
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
    doc.roundedRect(left, page.y, width, height, 10).fill(pdfColors.goal);
    for (const [at, line] of goal.lines.entries())
      page
        .font(600, goal.fontSize, '#ffffff')
        .text(line, left + 24, page.y + 20 + at * goal.lineHeight, { lineBreak: false });
    page.y += height;
  }
  page.y += 36;
  const each = width / report.numbers.length;
  for (const [at, { value, label }] of report.numbers.entries()) {
    page.font(800, 26, pdfColors.goal).text(value, left + at * each, page.y, { lineBreak: false });
    page.font(400, 9.5, pdfColors.soft).text(label, left + at * each, page.y + 34, { width: each - 12, lineGap: 2 });
  }
  page.font(600, 11, pdfColors.ink).text(report.state, left, page.height - 110, { width });
}

function drawBlock(page: PdfPage, block: Block, bookmarks: Bookmarks, next: Block | undefined): void {
  switch (block.kind) {
    case 'heading': {
      const size = block.level === 1 ? 22 : block.level === 2 ? 14 : 11;
      const hasPicture = next?.kind === 'picture' && next.size === 'page';
      page.need(hasPicture ? leastPictureRoom + 60 : block.level === 3 ? 60 : 150);
      if (!page.isAtTop) page.y += block.level === 1 ? 26 : block.level === 2 ? 16 : 8;
      bookmarks.add(block.level, block.text);
      page.text(block.text, block.level === 1 ? 800 : 700, size, block.level === 3 ? pdfColors.ink : pdfColors.goal);
      page.y += block.level === 1 ? 10 : 5;
      return;
    }
    case 'paragraph': {
      const isLarge = block.tone === 'large';
      page.need(30);
      if (block.lead) {
        page.text(block.lead, 600, 10.5, pdfColors.ink);
        if (block.text === '') {
          page.y += 3;
          return;
        }
        page.y += 1;
      }
      page.text(
        block.text,
        isLarge ? 600 : 400,
        isLarge ? 15 : block.tone === 'quiet' ? 9.5 : 10.5,
        block.tone === 'quiet' ? pdfColors.soft : pdfColors.ink,
      );
      page.y += isLarge ? 14 : 8;
      return;
    }
    case 'list':
      for (const item of block.items) {
        page.need(24);
        page.font(400, 10.5, pdfColors.goal).text('•', page.left + 4, page.y, { lineBreak: false });
        const text = item.lead ? `${item.lead} ${item.text}` : item.text;
        page.text(text, 400, 10.5, pdfColors.ink, page.textWidth - 18, page.left + 18);
        page.y += 4;
      }
      page.y += 6;
      return;
    case 'facts':
      for (const [label, value] of block.rows) {
        page.need(30);
        const top = page.y;
        page.font(600, 9.5, pdfColors.soft).text(label, page.left, top + 1, { width: 128 });
        const labelEnd = page.doc.y;
        page.text(value, 400, 10.5, pdfColors.ink, page.textWidth - 140, page.left + 140);
        if (page.y >= top) page.y = Math.max(page.y, labelEnd);
        page.y += 5;
      }
      page.y += 8;
      return;
    case 'picture':
      drawPictureBlock(page, block);
      return;
    case 'table':
      drawTable(page, block);
  }
}

/** Less than this, and a picture for a page stands on the next one. */
const leastPictureRoom = 470;
const pictureSide = 30;
/** Left for the lines that say what the picture shows. */
const belowPicture = 64;

/** A picture for a page takes what is left of one, on its own ground; wide ones stand in the text. */
function drawPictureBlock(page: PdfPage, { picture, size }: PictureBlock): void {
  if (size === 'page') {
    const width = page.width - pictureSide * 2;
    const wanted = Math.min((width / picture.width) * picture.height, leastPictureRoom);
    if (page.room < wanted) page.addPage();
    const height = Math.min((width / picture.width) * picture.height, page.room - belowPicture);
    page.doc.roundedRect(pictureSide, page.y, width, height, 10).fill(picture.background);
    page.y += drawPicture(page.doc, picture, { x: pictureSide, y: page.y, width, height }) + 14;
    return;
  }
  const height = Math.min((page.textWidth / picture.width) * picture.height, 330);
  page.need(height + 24);
  page.text(picture.title, 600, 9.5, pdfColors.soft);
  page.y += 4;
  page.y += drawPicture(page.doc, picture, { x: page.left, y: page.y, width: page.textWidth, height }) + 12;
}

function drawNotes(page: PdfPage, report: Report): void {
  page.need(80);
  page.y += 14;
  for (const note of report.notes) {
    page.text(note, 400, 8.5, pdfColors.soft);
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
    page.font(400, 8, pdfColors.soft).text(`${report.title} · ${report.state}`, 54, y, { lineBreak: false });
    const number = words.fill(words.texts.file.page, { page: at + 1, pages: count });
    doc.text(number, width - 54 - doc.widthOfString(number), y, { lineBreak: false });
  }
}
