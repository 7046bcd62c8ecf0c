/** Where the cards of organizations stand that are in no interest: in rows below the table. */
import { looseForm, type CardForm, type CardWish } from './cardForm.ts';
import type { FrameLayout, Point } from './FrameLayout.ts';

const gap = 10;
const below = 30;

export interface WaitingCard {
  /** Its upper left corner. */
  readonly at: Point;
  readonly form: CardForm;
}

/** Row by row, each in the middle. */
export function belowTable({ bounds, style }: FrameLayout, wishes: readonly CardWish[]): readonly WaitingCard[] {
  const forms = wishes.map((wish) => looseForm(wish, style));
  const rows: CardForm[][] = [[]];
  let used = 0;
  for (const form of forms) {
    if (used > 0 && used + gap + form.width > bounds.width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(form);
    used += (used > 0 ? gap : 0) + form.width;
  }
  let y = bounds.y + bounds.height + below;
  return rows.flatMap((row) => {
    const width = row.reduce((sum, form) => sum + form.width, 0) + gap * (row.length - 1);
    let x = bounds.x + (bounds.width - width) / 2;
    const top = y;
    y += Math.max(0, ...row.map(({ height }) => height)) + gap;
    return row.map((form): WaitingCard => {
      const at = { x, y: top };
      x += form.width + gap;
      return { at, form };
    });
  });
}
