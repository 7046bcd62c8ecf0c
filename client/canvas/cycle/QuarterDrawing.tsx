/** A quarter of the circle: its plate, its name with how much it holds, the question of the stage, and the spot for the next note. */
import { cycleMeasures } from '#shared/views/cycle/cycleMeasures.ts';
import { fitText } from '#shared/views/frame/fitText.ts';
import { textWidth } from '#shared/views/frame/textWidth.ts';
import { Lines } from '../frame/Lines.tsx';
import { stageColors, type CyclePalette } from '#shared/views/cycle/cyclePalette.ts';
import type { QuarterProps } from './cycleShapes.ts';
import { Spot } from './Spot.tsx';
import type { CycleWords } from './useCycleWords.ts';

export interface QuarterDrawingProps {
  readonly quarter: QuarterProps;
  readonly palette: CyclePalette;
  readonly words: CycleWords;
  readonly prompt: 1 | 2 | 3 | 4;
  /** False in picture files: nobody can press a spot on paper. */
  readonly hasSpot: boolean;
}

const { nameSize, promptSize, promptLine, promptLines } = cycleMeasures.heading;

export function QuarterDrawing({ quarter, palette, words, prompt, hasSpot }: QuarterDrawingProps) {
  const { stage, heading, align, ratio, wordRatio, light, next } = quarter;
  const { fill, line, strong } = stageColors(palette, stage);
  const isStart = align === 'start';
  const x = isStart ? 0 : heading.width / wordRatio;
  const width = heading.width / wordRatio;
  const name = fitText(words.stage(stage), { width, maxLines: 1, fontSizes: [nameSize, 25, 23, 21], leading: 1.25 });
  const question = fitText(words.prompt(stage, prompt), {
    width: width - 34,
    maxLines: promptLines,
    fontSizes: [promptSize],
    leading: promptLine / promptSize,
  });
  // Upper headings stand on their circle, lower ones hang below it.
  const isUpper = heading.y < 0;
  const height = heading.height / wordRatio;
  const used = 36 + 26 + (quarter.isOpen ? question.lines.length * promptLine : 0);
  const top = isUpper ? height - used : 0;
  const notes = words.notes(quarter.count, quarter.share);
  const isLit = light === 'lit';
  const badge = textWidth(words.now, 14) + 18;
  return (
    <g>
      <path
        d={quarter.path}
        transform={ratio === 1 ? undefined : `scale(${ratio})`}
        fill={palette.plate}
        stroke={isLit ? strong : light === 'dim' ? palette.plateLine : line}
        strokeWidth={isLit ? 6 : 1.6}
        strokeLinejoin="round"
      />
      {/* paler than the notes that lie on it */}
      {isLit && (
        <path d={quarter.path} transform={ratio === 1 ? undefined : `scale(${ratio})`} fill={fill} opacity={0.4} />
      )}
      {next && hasSpot && <Spot box={next} label={words.addNote} color={strong} line={line} ratio={ratio} />}
      <g transform={`translate(${heading.x} ${heading.y}) scale(${wordRatio})`} opacity={1}>
        <Lines
          lines={name.lines}
          x={x}
          y={top}
          fontSize={name.fontSize}
          lineHeight={34}
          weight={750}
          color={strong}
          anchor={isStart ? 'start' : 'end'}
        />
        <Lines
          lines={[notes]}
          x={x}
          y={top + 35}
          fontSize={16}
          lineHeight={22}
          weight={600}
          color={palette.soft}
          anchor={isStart ? 'start' : 'end'}
        />
        {isLit && (
          <>
            <rect
              x={isStart ? textWidth(notes, 16) + 8 : x - textWidth(notes, 16) - 8 - badge}
              y={top + 35}
              width={badge}
              height={20}
              rx={10}
              fill={strong}
            />
            <Lines
              lines={[words.now]}
              x={(isStart ? textWidth(notes, 16) + 8 : x - textWidth(notes, 16) - 8 - badge) + badge / 2}
              y={top + 35}
              fontSize={14}
              lineHeight={20}
              weight={700}
              color={palette.plate}
              anchor="middle"
            />
          </>
        )}
        {quarter.isOpen && (
          <Lines
            lines={question.lines}
            x={x}
            y={top + 62}
            fontSize={promptSize}
            lineHeight={promptLine}
            weight={500}
            color={palette.ink}
            anchor={isStart ? 'start' : 'end'}
          />
        )}
      </g>
    </g>
  );
}
