/** The middle of a round: its number, its question, the way round; above it its title and the sentence that goes on. */
import { cycleMeasures } from '#shared/views/cycle/cycleMeasures.ts';
import { fitParagraph } from '#shared/views/cycle/fitParagraph.ts';
import { fitText } from '#shared/views/frame/fitText.ts';
import { Lines } from '../frame/Lines.tsx';
import type { CyclePalette } from '#shared/views/cycle/cyclePalette.ts';
import type { RoundProps } from './cycleShapes.ts';
import { Spot } from './Spot.tsx';
import type { CycleWords } from './useCycleWords.ts';

export interface RoundDrawingProps {
  readonly round: RoundProps;
  readonly palette: CyclePalette;
  readonly words: CycleWords;
  readonly hasSpot: boolean;
}

const { hub, title: measures } = cycleMeasures;

export function RoundDrawing({ round, palette, words, hasSpot }: RoundDrawingProps) {
  const { ratio, wordRatio, heading, lane, next } = round;
  const width = heading.width / wordRatio;
  const title = fitText(words.roundTitle(round), {
    width,
    maxLines: 1,
    fontSizes: [measures.size, 30, 26, 22],
    leading: 1.2,
  });
  const sentence = words.sentence(round);
  const carried =
    sentence === ''
      ? null
      : fitText(sentence, {
          width: width * 0.86,
          maxLines: 2,
          fontSizes: [measures.sentenceSize, 15, 14],
          leading: 1.35,
        });
  const question = fitParagraph(words.focus(round.text), {
    width: hub.radius * 1.62,
    height: hub.radius * 1.02,
    fontSizes: [19, 18, 17, 16, 15, 14, 13, 12],
    leading: 1.24,
  });
  const isAsked = round.text.trim() === '';
  return (
    <g>
      <g transform={`translate(${heading.x} ${heading.y}) scale(${wordRatio})`}>
        <Lines
          lines={title.lines}
          x={width / 2}
          y={0}
          anchor="middle"
          fontSize={title.fontSize}
          lineHeight={42}
          weight={750}
          color={palette.ink}
        />
        {carried && (
          <Lines
            lines={carried.lines}
            x={width / 2}
            anchor="middle"
            y={48}
            fontSize={carried.fontSize}
            lineHeight={carried.lineHeight}
            weight={500}
            color={palette.soft}
          />
        )}
      </g>
      <rect
        x={lane.x}
        y={lane.y}
        width={lane.width}
        height={lane.height}
        rx={14 * ratio}
        fill={palette.lane}
        stroke={palette.plateLine}
        strokeWidth={1.2 * ratio}
      />
      {next && hasSpot && (
        <Spot box={next} label={words.addExperiment} color={palette.soft} line={palette.line} ratio={ratio} />
      )}
      <g transform={ratio === 1 ? undefined : `scale(${ratio})`}>
        <circle r={hub.radius} fill={palette.hub} />
        <circle r={hub.radius - 6} fill="none" stroke={palette.gold} strokeWidth={3} opacity={0.9} />
        <Way color={palette.line} />
        <Lines
          lines={[`${words.roundShort(round.number)} · ${words.state(round.isOpen)}`.toLocaleUpperCase()]}
          x={0}
          y={-hub.radius * 0.66}
          fontSize={12}
          lineHeight={16}
          weight={650}
          color={palette.onHubSoft}
          anchor="middle"
        />
        <Lines
          lines={question.lines}
          x={0}
          y={-hub.radius * 0.5 + (hub.radius * 1.02 - question.lines.length * question.lineHeight) / 2}
          fontSize={question.fontSize}
          lineHeight={question.lineHeight}
          weight={650}
          color={isAsked ? palette.onHubSoft : palette.onHub}
          anchor="middle"
        />
      </g>
    </g>
  );
}

/** Little arrows between the quarters: clockwise, as the stages follow each other. */
function Way({ color }: { readonly color: string }) {
  const away = hub.radius + hub.gap * 0.52;
  return (
    <g fill="none" stroke={color} strokeWidth={2} strokeLinecap="round" strokeLinejoin="round">
      {[0, 90, 180, 270].map((angle) => (
        <path key={angle} d={`M-4 ${-away - 5}L4 ${-away}L-4 ${-away + 5}`} transform={`rotate(${angle})`} />
      ))}
    </g>
  );
}
