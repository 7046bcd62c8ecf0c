/** A picture with a line below it that says what it shows and of which moment. */
import { fitText } from '../views/frame/fitText.ts';
import type { Picture } from './Picture.ts';
import { textLines } from '../drawings/textLines.ts';

export function withCaption(picture: Picture, caption: string, ink = '#56606b'): Picture {
  const size = Math.max(10, picture.width / 95);
  const room = size * 2.6;
  const text = fitText(caption, {
    width: picture.width - size * 4,
    maxLines: 1,
    fontSizes: [size, size * 0.85, size * 0.7, size * 0.6],
    leading: 1.2,
  });
  return {
    ...picture,
    height: picture.height + room,
    shapes: [
      ...picture.shapes,
      ...textLines({
        ...text,
        x: picture.x + picture.width / 2,
        y: picture.y + picture.height,
        weight: 500,
        fill: ink,
        anchor: 'middle',
      }),
    ],
  };
}
