/** A picture as an SVG file: real text, title and description for people who cannot see it, the letters it needs inside. */
import { short, type GroupShape, type Shape } from '../drawings/Shape.ts';
import type { Picture } from './Picture.ts';

export interface SvgOptions {
  /** Written as a comment of the file: the moment of the board that it shows. */
  readonly statement?: string;
  /** `@font-face` rules with the letters. */
  readonly fontFaces?: string;
  readonly language?: string;
}

/** Where the letters are not at hand, ones of the same width come first. */
export const pictureFonts = "Inter, 'Inter Variable', 'Helvetica Neue', Arial, sans-serif";

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML holds it; what XML cannot hold is left out. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

export function pictureSvg(picture: Picture, options: SvgOptions = {}): string {
  const { x, y, width, height, background, title, description } = picture;
  const { statement = '', fontFaces = '', language = 'en' } = options;
  const box = [x, y, width, height].map(short).join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${short(width)}" height="${short(height)}" xml:lang="${xmlText(language)}" role="img" font-family="${xmlText(pictureFonts)}">`,
    `<title>${xmlText(title)}</title>`,
    `<desc>${xmlText(statement === '' ? description : `${description} ${statement}`)}</desc>`,
    ...(fontFaces === '' ? [] : [`<defs><style type="text/css">${fontFaces}</style></defs>`]),
    `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${background}"/>`,
    ...picture.shapes.map(shapeSvg),
    '</svg>',
    '',
  ].join('\n');
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? short(value) : xmlText(value ?? '')}"`)
    .join('');
}

function paint(shape: Exclude<Shape, { kind: 'text' | 'group' }>): string {
  return attributes({
    fill: shape.fill ?? 'none',
    stroke: shape.stroke,
    'stroke-width': shape.strokeWidth,
    'stroke-dasharray': shape.dash?.map(short).join(' '),
    'stroke-linecap': shape.round ? 'round' : undefined,
    'stroke-linejoin': shape.round ? 'round' : undefined,
    opacity: shape.opacity === 1 ? undefined : shape.opacity,
  });
}

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      return `<rect${attributes({ x, y, width, height, rx: radius })}${paint(shape)}/>`;
    }
    case 'circle':
      return `<circle${attributes({ cx: shape.x, cy: shape.y, r: shape.radius })}${paint(shape)}/>`;
    case 'path':
      return `<path${attributes({ d: shape.d, 'fill-rule': shape.evenOdd ? 'evenodd' : undefined })}${paint(shape)}/>`;
    case 'text': {
      const { x, y, size, weight, fill, anchor, italic } = shape;
      const given = attributes({
        x,
        y,
        'font-size': size,
        'font-weight': weight,
        fill,
        'text-anchor': anchor === 'start' ? undefined : anchor,
        'font-style': italic ? 'italic' : undefined,
      });
      return `<text${given}>${xmlText(shape.text)}</text>`;
    }
    case 'group':
      return groupSvg(shape);
  }
}

function groupSvg({ x = 0, y = 0, scale = 1, opacity, title, shapes }: GroupShape): string {
  const moves = [
    ...(x === 0 && y === 0 ? [] : [`translate(${short(x)} ${short(y)})`]),
    ...(scale === 1 ? [] : [`scale(${Math.round(scale * 10000) / 10000})`]),
  ];
  const given = attributes({ transform: moves.length === 0 ? undefined : moves.join(' '), opacity });
  return `<g${given}>${title === undefined ? '' : `<title>${xmlText(title)}</title>`}${shapes.map(shapeSvg).join('')}</g>`;
}
