/** An experiment: what we try, what we believe, what we count and from when on we are right; then what we saw and decided. */
import { cycleMeasures } from '#shared/views/cycle/cycleMeasures.ts';
import { fitText } from '#shared/views/frame/fitText.ts';
import { textWidth } from '#shared/views/frame/textWidth.ts';
import { Lines } from '../frame/Lines.tsx';
import type { CyclePalette } from '#shared/views/cycle/cyclePalette.ts';
import type { ExperimentProps } from './cycleShapes.ts';
import type { CycleWords } from './useCycleWords.ts';

export interface ExperimentDrawingProps {
  readonly experiment: ExperimentProps;
  readonly palette: CyclePalette;
  readonly words: CycleWords;
  /** Seen from afar: its title and state alone, in larger letters. */
  readonly isFar: boolean;
}

const { width, height, padding } = cycleMeasures.experiment;
const inner = width - padding * 2;

export function ExperimentDrawing({ experiment, palette, words, isFar }: ExperimentDrawingProps) {
  const isEmpty = experiment.text.trim() === '';
  const title = fitText(isEmpty ? words.emptyExperiment : experiment.text, {
    width: inner - 6,
    maxLines: isFar ? 3 : 2,
    fontSizes: isFar ? [27, 25, 23, 21] : [15, 14, 13],
    leading: isFar ? 1.14 : 1.2,
  });
  const { state } = words.experimentFacts(experiment);
  const isOver = experiment.status === 'finished' || experiment.status === 'stopped';
  const top = padding + 18 + title.lines.length * title.lineHeight + 5;
  return (
    <g transform={experiment.ratio === 1 ? undefined : `scale(${experiment.ratio})`}>
      <title>{experiment.text}</title>
      <rect x={1} y={3} width={width - 1} height={height - 1} rx={10} fill={palette.shade} opacity={0.4} />
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={10}
        fill={palette.card}
        stroke={palette.cardLine}
        strokeWidth={1}
      />
      <path
        d={`M10 0.5H${width - 10}A9.5 9.5 0 0 1 ${width - 0.5} 7H0.5A9.5 9.5 0 0 1 10 0.5Z`}
        fill={isOver ? palette.reflectionStrong : palette.gold}
      />
      <Lines
        lines={fitText(state, { width: inner, maxLines: 1, fontSizes: [isFar ? 19 : 11], leading: 1.2 }).lines}
        x={padding}
        y={padding}
        fontSize={isFar ? 19 : 11}
        lineHeight={isFar ? 24 : 14}
        weight={700}
        color={isOver ? palette.reflectionStrong : palette.solutionStrong}
      />
      <Lines
        lines={title.lines}
        x={padding}
        y={padding + (isFar ? 28 : 17)}
        fontSize={title.fontSize}
        lineHeight={title.lineHeight}
        weight={700}
        color={isEmpty ? palette.soft : palette.ink}
      />
      {!isFar && <Parts experiment={experiment} palette={palette} words={words} top={top} />}
    </g>
  );
}

interface PartsProps extends Omit<ExperimentDrawingProps, 'isFar'> {
  readonly top: number;
}

/** Belief, measure, threshold or result; then until when and who. */
function Parts({ experiment, palette, words, top }: PartsProps) {
  const { when, owner } = words.experimentFacts(experiment);
  const rows: readonly (readonly [label: string, value: string, isAsked: boolean])[] = [
    [words.believe, experiment.belief, true],
    [words.count, experiment.measure, true],
    experiment.result.trim() === '' ? [words.right, experiment.threshold, true] : [words.saw, experiment.result, false],
  ];
  const pitch = (height - top - 20) / rows.length;
  return (
    <>
      {rows.map(([label, value, isAsked], at) => (
        <Row
          key={label}
          label={label}
          value={value.trim()}
          unknown={isAsked ? words.unknown : ''}
          y={top + at * pitch}
          palette={palette}
        />
      ))}
      <Lines
        lines={fitText(when, { width: inner * 0.74, maxLines: 1, fontSizes: [11, 10.5, 10], leading: 1.2 }).lines}
        x={padding}
        y={height - 20}
        fontSize={11}
        lineHeight={14}
        weight={experiment.isLate ? 700 : 550}
        color={experiment.isLate ? palette.warn : palette.soft}
      />
      <Lines
        lines={
          fitText(owner, {
            width: inner - 10 - (when === '' ? 0 : Math.min(inner * 0.74, textWidth(when, 11))),
            maxLines: 1,
            fontSizes: [11],
            leading: 1.2,
          }).lines
        }
        x={width - padding}
        y={height - 20}
        fontSize={11}
        lineHeight={14}
        weight={550}
        color={palette.soft}
        anchor="end"
      />
    </>
  );
}

interface RowProps {
  readonly label: string;
  readonly value: string;
  readonly unknown: string;
  readonly y: number;
  readonly palette: CyclePalette;
}

/** A missing part is a dashed place with a question mark, as an empty chair on the ring is. */
function Row({ label, value, unknown, y, palette }: RowProps) {
  const left = padding + textWidth(label, 11.5) + 6;
  const room = width - padding - left;
  return (
    <>
      <Lines lines={[label]} x={padding} y={y} fontSize={11.5} lineHeight={15} weight={650} color={palette.soft} />
      {value === '' ? (
        <>
          <rect
            x={left}
            y={y + 0.5}
            width={Math.min(room, 60)}
            height={14}
            rx={4}
            fill="none"
            stroke={palette.line}
            strokeDasharray="3 3"
          />
          <Lines
            lines={[unknown]}
            x={left + Math.min(room, 60) / 2}
            y={y}
            fontSize={11.5}
            lineHeight={15}
            weight={700}
            color={palette.soft}
            anchor="middle"
          />
        </>
      ) : (
        <Lines
          lines={fitText(value, { width: room, maxLines: 1, fontSizes: [11.5], leading: 1.2 }).lines}
          x={left}
          y={y}
          fontSize={11.5}
          lineHeight={15}
          weight={500}
          color={palette.ink}
        />
      )}
    </>
  );
}
