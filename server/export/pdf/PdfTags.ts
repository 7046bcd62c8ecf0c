/** What the parts of a PDF are, for those who have it read to them: a tree of roles beside the drawing (decision 0154). */
import type { TaggedPdf } from './TaggedPdf.ts';

export type PdfRole =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Span'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

export interface PdfTag {
  readonly role: PdfRole;
  readonly element: PDFKit.PDFStructureElement;
}

export interface TagFacts {
  /** in words what cannot be seen */
  readonly alt?: string;
  /** read in place of the letters that stand there */
  readonly actual?: string;
  /** left, top, right, bottom on its page */
  readonly bbox?: readonly [number, number, number, number];
  /** for which cells a head stands */
  readonly scope?: 'Column' | 'Row';
}

export class PdfTags {
  readonly #doc: TaggedPdf;
  readonly #root: PDFKit.PDFStructureElement;
  #isDecoration = false;

  constructor(doc: TaggedPdf) {
    this.#doc = doc;
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
  }

  /** A part that comes after those there are: of the whole, or of another part. */
  add(role: PdfRole, parent?: PdfTag, facts?: TagFacts): PdfTag {
    const tag = this.make(role, facts);
    this.put(tag, parent);
    return tag;
  }

  /** A part that is put somewhere later. */
  make(role: PdfRole, facts: TagFacts = {}): PdfTag {
    return { role, element: this.#doc.struct(role, facts) };
  }

  put(tag: PdfTag, parent?: PdfTag): void {
    (parent?.element ?? this.#root).add(tag.element);
  }

  /** What is painted belongs to the part; one part may be painted in several pieces, also on several pages. */
  draw(tag: PdfTag, paint: () => void): void {
    if (this.#isDecoration) {
      paint();
      return;
    }
    const content = this.#doc.markStructureContent(tag.role);
    paint();
    this.#doc.endMarkedContent();
    tag.element.add(content);
  }

  /** What is painted is not read: grounds, rules, and (`Pagination`) what each page says again. */
  decorate(paint: () => void, type?: 'Pagination'): void {
    if (this.#isDecoration) {
      paint();
      return;
    }
    // pdfkit would close the outer mark of two, so there is never one inside another.
    this.#isDecoration = true;
    this.#doc.markContent('Artifact', type && { type });
    paint();
    this.#doc.endMarkedContent();
    this.#isDecoration = false;
  }
}
