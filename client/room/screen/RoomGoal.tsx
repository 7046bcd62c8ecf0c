/** The goal in the middle of the table, in letters for a wall. */
import { useTranslation } from 'react-i18next';
import { frameWords, isPercent } from '#shared/drawings/FrameLook.ts';
import type { MapIndex } from '#shared/map/MapIndex.ts';
import type { FittedText } from '#shared/views/frame/FrameLayout.ts';
import { fitText } from '#shared/views/frame/fitText.ts';
import { goalProgress } from '#shared/views/frame/frameContents.ts';
import { tableShape } from './roomTable.ts';
import styles from './TableView.module.css';

const radius = tableShape.ring - 14;

export function RoomGoal({ index, isAlone }: { readonly index: MapIndex; readonly isAlone: boolean }) {
  const { t, i18n } = useTranslation();
  const words = frameWords(i18n.language, t);
  const { statement, target, unit } = index.map.goal;
  const progress = goalProgress(index);
  const hasNumber = target.value !== null && isPercent(unit);
  const text = statement.trim() || words.say('goalQuestion');
  const said = wholeWords(
    fitText(text, {
      width: radius * 1.62,
      maxLines: hasNumber ? 3 : 4,
      fontSizes: [26, 24, 22],
      leading: 1.15,
    }),
  );
  const number = hasNumber ? words.amount(target.value ?? 0, unit) : null;
  const now = progress === null ? null : t('roomScreen.frame.now', { value: words.amount(progress.latest, unit) });
  const height = (number === null ? 0 : 66) + said.lines.length * said.lineHeight + (now === null ? 0 : 38);
  const top = -height / 2;
  const textTop = top + (number === null ? 0 : 66);
  return (
    <g>
      {!isAlone && <circle className={styles['ring']} r={tableShape.ring} />}
      <circle className={styles['goal']} r={radius} />
      {number !== null && (
        <text className={styles['number']} y={top + 50} textAnchor="middle" data-now>
          {number}
        </text>
      )}
      <text className={styles['statement']} fontSize={said.fontSize} textAnchor="middle">
        {said.lines.map((line, at) => (
          <tspan key={line} x={0} y={textTop + said.fontSize * 0.95 + at * said.lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
      {now !== null && (
        <text className={styles['nowText']} y={textTop + said.lines.length * said.lineHeight + 30} textAnchor="middle">
          {now}
        </text>
      )}
    </g>
  );
}

/** A sentence that is cut ends behind a word. */
function wholeWords(said: FittedText): FittedText {
  const last = said.lines.at(-1);
  if (last === undefined || !last.endsWith('…') || !/\s/.test(last)) return said;
  return { ...said, lines: [...said.lines.slice(0, -1), last.replace(/[\s,;]+\S*…$/, '…')] };
}
