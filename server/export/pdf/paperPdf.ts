/** A sheet as a PDF of one page in its true size, tagged as decision 0154 asks. */
import type { Shape } from '#shared/drawings/Shape.ts';
import type { Paper, PaperPart } from '#shared/report/papers/Paper.ts';
import { drawShapes } from './drawPicture.ts';
import { pdfBytes } from './pdfBytes.ts';
import { PdfTags, type PdfTag } from './PdfTags.ts';
import { TaggedPdf } from './TaggedPdf.ts';

export async function paperPdf(paper: Paper, createdAtMs: number): Promise<Uint8Array> {
  const { title, language, width, height, ground, parts } = paper;
  const doc = new TaggedPdf({ title, language, createdAtMs });
  const tags = new PdfTags(doc);
  doc.addPage({ size: [width, height], margin: 0 });
  tags.decorate(() => drawShapes(doc, ground));
  for (const part of parts) drawPart(doc, tags, part);
  if (doc.hasLettersFor(signsOf(parts))) doc.claimAccessible();
  return pdfBytes(doc);
}

function drawPart(doc: TaggedPdf, tags: PdfTags, part: PaperPart, parent?: PdfTag): void {
  const { role, shapes = [], parts = [], alt, said, box, scope } = part;
  const tag = tags.add(role, parent, {
    ...(alt === undefined ? {} : { alt }),
    ...(said === undefined ? {} : { actual: said }),
    ...(box === undefined ? {} : { bbox: box }),
    ...(scope === undefined ? {} : { scope }),
  });
  if (shapes.length > 0) tags.draw(tag, () => drawShapes(doc, shapes));
  for (const one of parts) drawPart(doc, tags, one, tag);
}

function signsOf(parts: readonly PaperPart[]): ReadonlySet<string> {
  const signs = new Set<string>();
  const look = (shapes: readonly Shape[]): void => {
    for (const shape of shapes) {
      if (shape.kind === 'group') look(shape.shapes);
      else if (shape.kind === 'text') for (const sign of shape.text) signs.add(sign);
    }
  };
  const lookAt = (part: PaperPart): void => {
    look(part.shapes ?? []);
    for (const one of part.parts ?? []) lookAt(one);
  };
  for (const part of parts) lookAt(part);
  return signs;
}
