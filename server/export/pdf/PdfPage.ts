/** The pages of a PDF: letters, margins, a place that moves down, new pages where something has no room. */
import type { TextWeight } from '#shared/drawings/Shape.ts';
import { pdfBytes } from './pdfBytes.ts';
import { PdfTags, type PdfTag } from './PdfTags.ts';
import { TaggedPdf, type PdfFacts } from './TaggedPdf.ts';

export const pdfColors = {
  ink: '#1c2733',
  soft: '#56606b',
  line: '#d9d2c1',
  paper: '#f4f1ea',
  goal: '#0b4f4a',
  head: '#eef3f1',
  gap: '#fbe9ea',
  gapInk: '#8f1d31',
  thin: '#fdf3d8',
  covered: '#e3f1ee',
} as const;

/** Points; a letter page with three quarters of an inch around. */
const side = 54;
const foot = 54;

export class PdfPage {
  readonly doc: TaggedPdf;
  readonly tags: PdfTags;
  y = 0;

  constructor(facts: PdfFacts) {
    this.doc = new TaggedPdf(facts);
    this.tags = new PdfTags(this.doc);
  }

  readonly width = 612;
  readonly height = 792;

  get left(): number {
    return side;
  }

  get textWidth(): number {
    return this.width - side * 2;
  }

  get bottom(): number {
    return this.height - foot;
  }

  /** What is still free. */
  get room(): number {
    return this.bottom - this.y;
  }

  /** What is free on a page that was just begun. */
  get freshRoom(): number {
    return this.bottom - side;
  }

  get isAtTop(): boolean {
    return this.y <= side;
  }

  addPage(background?: string): void {
    this.doc.addPage({ size: 'LETTER', margin: 0 });
    if (background !== undefined)
      this.tags.decorate(() => this.doc.rect(0, 0, this.width, this.height).fill(background));
    this.y = side;
  }

  /** A new page where fewer points are left. */
  need(height: number): void {
    if (this.room < height && !this.isAtTop) this.addPage();
  }

  font(weight: TextWeight, size: number, color: string): TaggedPdf {
    return this.doc.font(String(weight)).fontSize(size).fillColor(color);
  }

  /** Text from the left margin, over several pages where it is long, one part all the same; moves on. */
  text(
    tag: PdfTag,
    text: string,
    weight: TextWeight,
    size: number,
    color: string,
    width = this.textWidth,
    left = this.left,
  ): void {
    const options = { width, lineGap: size * 0.32 };
    let rest = breakable(text);
    while (rest !== '') {
      this.font(weight, size, color);
      const [head, tail] = splitToFit(rest, (part) => this.doc.heightOfString(part, options) <= this.room);
      if (head === '') {
        if (this.isAtTop) return;
        this.addPage();
        continue;
      }
      const height = this.doc.heightOfString(head, options);
      this.tags.draw(tag, () => this.doc.text(head, left, this.y, options));
      this.y += height;
      rest = tail;
      if (rest !== '') this.addPage();
    }
  }

  end(): Promise<Uint8Array> {
    return pdfBytes(this.doc);
  }
}

const endless = /\S{60}(?=\S)/g;

/** Words longer than any line get a gap here and there: pdfkit would measure them letter by letter, each time anew. */
export function breakable(text: string): string {
  return text.replaceAll(endless, (part) => `${part} `);
}

/** As many words as fit, and the rest. */
export function splitToFit(text: string, fits: (part: string) => boolean): readonly [head: string, tail: string] {
  if (fits(text)) return [text, ''];
  const ends = [...text.matchAll(/\s+/g)].map((gap) => gap.index);
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(text.slice(0, ends[middle - 1]))) low = middle;
    else high = middle - 1;
  }
  const end = low === 0 ? 0 : (ends[low - 1] ?? 0);
  return [text.slice(0, end), text.slice(end).trimStart()];
}
