/** Three things to talk about first, each with its question: the first observation of the first three kinds. */
import { findingCards } from '../../map/rules/computeFindings.ts';
import { firstColor, firstSign } from './paperForms.ts';
import type { PaperPart } from './Paper.ts';
import { paperPalette as palette, type PaperContext, type Piece, type Place, sizes, toldFindings } from './pieces.ts';
import { setText, type SetText } from './setText.ts';

const most = 3;
const gap = 16;
const numberWidth = 15;

export function firstThings(context: PaperContext, { x, y, width, height }: Place): Piece {
  const { index, words } = context;
  const { paper } = words.texts;
  const open = toldFindings(context).filter(
    ({ finding, accepted }) => accepted === null && finding.severity !== 'strength',
  );
  const cards = findingCards(open).slice(0, most);
  const sign = sizes.heading * 1.25;
  const heading = setText(
    words.t('report.paper.things', { count: cards.length }),
    { size: sizes.heading, weight: 700, fill: firstColor },
    { x: x + sign + 5, y, width: width - sign - 5, mostLines: 1 },
  );
  const top = y + heading.height + 3;
  if (cards.length === 0) {
    const none = setText(
      paper.noThings,
      { size: sizes.body, weight: 500, fill: palette.ink },
      { x, y: y, width, mostLines: 2 },
    );
    return { ground: [], parts: [{ role: 'P', shapes: none.shapes }], height: none.height };
  }
  const column = (width - gap * (most - 1)) / most;
  const linesOf = (room: number, size: number) => Math.max(1, Math.floor((room + 0.01) / (size * 1.28)));
  const items = cards.map(({ findings }, at) => {
    const [first] = findings;
    const { message, ask } = first ? words.finding(index, first.finding) : { message: '', ask: '' };
    const also = findings.length > 1 ? words.t('report.paper.alsoThere', { count: findings.length - 1 }) : '';
    const left = x + at * (column + gap);
    const place = { x: left + numberWidth, width: column - numberWidth };
    const bold = { size: sizes.body + 0.4, weight: 700, fill: palette.ink, leading: 1.28 } as const;
    const said = setText(message, bold, {
      ...place,
      y: top,
      mostLines: Math.max(2, linesOf(y + height - top, bold.size) - 2),
    });
    const under = top + said.height + 1;
    const plain = { size: sizes.body, weight: 500, fill: palette.ink, leading: 1.28 } as const;
    const asked = setText([ask, also].filter(Boolean).join(' '), plain, {
      ...place,
      y: under,
      mostLines: linesOf(y + height - under, plain.size),
    });
    const number = setText(
      words.number(at + 1),
      { size: 18, weight: 800, fill: palette.ink, leading: 1 },
      { x: left, y: top - 1, width: numberWidth },
    );
    return { number, said, asked, bottom: under + asked.height };
  });
  return {
    ground: [firstSign({ x, y: y + (heading.height - sign) / 2, size: sign })],
    parts: [
      { role: 'H2', shapes: heading.shapes },
      { role: 'L', parts: items.map(itemOf) },
    ],
    height: Math.max(...items.map(({ bottom }) => bottom)) - y,
  };
}

function itemOf({
  number,
  said,
  asked,
}: {
  readonly number: SetText;
  readonly said: SetText;
  readonly asked: SetText;
}): PaperPart {
  return {
    role: 'LI',
    parts: [
      { role: 'Lbl', shapes: number.shapes },
      { role: 'LBody', shapes: [...said.shapes, ...asked.shapes] },
    ],
  };
}
