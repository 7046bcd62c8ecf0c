/** A picture as vectors in a PDF, its texts as text. */
import type { Shape } from '#shared/drawings/Shape.ts';
import type { Picture } from '#shared/picture/Picture.ts';
import type { TaggedPdf } from './TaggedPdf.ts';

export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Fits the picture into the box, in its middle; returns the height that it takes. */
export function drawPicture(doc: TaggedPdf, picture: Picture, box: PictureBox): number {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  doc.save();
  doc.translate(box.x + (box.width - picture.width * scale) / 2, box.y);
  doc.scale(scale);
  doc.translate(-picture.x, -picture.y);
  drawShapes(doc, picture.shapes);
  doc.restore();
  return picture.height * scale;
}

export function drawShapes(doc: TaggedPdf, shapes: readonly Shape[]): void {
  for (const shape of shapes) drawShape(doc, shape);
}

function drawShape(doc: TaggedPdf, shape: Shape): void {
  switch (shape.kind) {
    case 'group': {
      const { x = 0, y = 0, scale = 1, opacity = 1 } = shape;
      doc.save();
      if (x !== 0 || y !== 0) doc.translate(x, y);
      if (scale !== 1) doc.scale(scale);
      if (opacity !== 1) doc.opacity(opacity);
      drawShapes(doc, shape.shapes);
      doc.restore();
      return;
    }
    case 'text': {
      doc.font(String(shape.weight)).fontSize(shape.size).fillColor(shape.fill);
      const width = shape.anchor === 'start' || shape.anchor === undefined ? 0 : doc.widthOfString(shape.text);
      const x = shape.x - (shape.anchor === 'middle' ? width / 2 : shape.anchor === 'end' ? width : 0);
      doc.text(shape.text, x, shape.y, { lineBreak: false, baseline: 'alphabetic', oblique: shape.italic ?? false });
      return;
    }
    case 'rect': {
      const { x, y, width, height, radius = 0 } = shape;
      paint(doc, shape, () =>
        radius > 0 ? doc.roundedRect(x, y, width, height, radius) : doc.rect(x, y, width, height),
      );
      return;
    }
    case 'circle':
      paint(doc, shape, () => doc.circle(shape.x, shape.y, shape.radius));
      return;
    case 'path':
      paint(doc, shape, () => doc.path(shape.d), shape.evenOdd ? 'even-odd' : 'non-zero');
  }
}

type Painted = Exclude<Shape, { kind: 'text' | 'group' }>;

function paint(doc: TaggedPdf, shape: Painted, trace: () => unknown, rule: 'even-odd' | 'non-zero' = 'non-zero'): void {
  const { fill, stroke, strokeWidth = 1, dash, round, opacity = 1 } = shape;
  if (fill === undefined && stroke === undefined) return;
  doc.save();
  if (opacity !== 1) doc.opacity(opacity);
  if (stroke !== undefined) {
    doc.lineWidth(strokeWidth);
    if (round) doc.lineCap('round').lineJoin('round');
    if (dash) doc.dash(dash[0], { space: dash[1] });
  }
  trace();
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke, rule);
  else if (fill !== undefined) doc.fill(fill, rule);
  else if (stroke !== undefined) doc.stroke(stroke);
  doc.restore();
}
