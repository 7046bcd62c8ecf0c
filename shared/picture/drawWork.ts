/** A note and an experiment of the cycle, at full size with the upper left corner at the origin. */
import { cycleMeasures } from '../views/cycle/cycleMeasures.ts';
import { fitParagraph } from '../views/cycle/fitParagraph.ts';
import { fitText } from '../views/frame/fitText.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import type { EntityOf } from '../map/collections.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import type { ReportWords } from '#shared/words/ReportWords.ts';
import { cyclePalettes, stageColors } from '../views/cycle/cyclePalette.ts';
import type { Shape } from '../drawings/Shape.ts';
import { textLines } from '../drawings/textLines.ts';

/** Picture files are on paper. */
const colors = cyclePalettes.light;

export function drawNote(note: EntityOf<'notes'>, words: ReportWords): readonly Shape[] {
  const { width, height, padding, footer } = cycleMeasures.note;
  const { fill, line, strong } = stageColors(colors, note.stage);
  const facts = noteFacts(note, words);
  const text = fitParagraph(note.text, {
    width: width - padding * 2,
    height: height - padding * 2 - (facts === '' ? 0 : footer - 4),
    fontSizes: [17, 16, 15, 14, 13, 12.5, 12, 11.5, 11, 10.5, 10],
    leading: 1.22,
  });
  const shapes: Shape[] = [];
  if (!note.parked)
    shapes.push({
      kind: 'rect',
      x: 1,
      y: 3,
      width: width - 1,
      height: height - 1,
      radius: 9,
      fill: colors.shade,
      opacity: 0.35,
    });
  shapes.push(
    {
      kind: 'rect',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      radius: 9,
      fill: note.parked ? colors.plate : fill,
      stroke: note.parked ? colors.line : line,
      strokeWidth: 1,
      dash: note.parked ? [5, 4] : undefined,
    },
    ...textLines({
      ...text,
      x: padding,
      y: padding - 1,
      weight: 500,
      fill: note.parked ? colors.soft : colors.ink,
    }),
  );
  if (facts !== '')
    shapes.push(
      ...textLines({
        ...fitText(facts, { width: width - padding * 2, maxLines: 1, fontSizes: [11, 10], leading: 1.25 }),
        x: padding,
        y: height - footer - 3,
        weight: 600,
        fill: strong,
      }),
    );
  return shapes;
}

/** Tag, level and dots of a note. */
export function noteFacts(note: EntityOf<'notes'>, words: ReportWords): string {
  const { picture, tag, level } = words.texts;
  return [
    note.parked ? picture.parked : '',
    note.tag === null ? '' : tag[note.tag],
    note.level === null ? '' : level[note.level],
    note.votes === null ? '' : words.count(picture.votes, note.votes),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** What an experiment rests on: its note, or its own sentence. */
export function beliefOf(index: MapIndex, experiment: EntityOf<'experiments'>): string {
  return (index.notes.get(experiment.hypothesis_note_id ?? '')?.text ?? experiment.hypothesis).trim();
}

export function drawExperiment(
  index: MapIndex,
  experiment: EntityOf<'experiments'>,
  words: ReportWords,
): readonly Shape[] {
  const { width, height, padding } = cycleMeasures.experiment;
  const { picture, experimentStatus, decision, level, actions } = words.texts;
  const inner = width - padding * 2;
  const isOver = experiment.status === 'finished' || experiment.status === 'stopped';
  const title = fitText(experiment.title, { width: inner - 6, maxLines: 2, fontSizes: [15, 14, 13], leading: 1.2 });
  const state = [
    experimentStatus[experiment.status],
    experiment.decision === null ? '' : decision[experiment.decision],
    experiment.level === null ? '' : level[experiment.level],
  ]
    .filter((word) => word !== '')
    .join(' · ');
  const rows = [
    beliefOf(index, experiment) === '' ? '' : words.fill(picture.believe, { text: beliefOf(index, experiment) }),
    experiment.result.trim() === '' && experiment.measure !== ''
      ? words.fill(picture.measure, { text: experiment.measure })
      : '',
    experiment.result.trim() === ''
      ? experiment.success_threshold && words.fill(picture.right, { text: experiment.success_threshold })
      : words.fill(picture.saw, { text: experiment.result }),
  ].filter((row) => row !== '');
  const top = padding + 18 + title.lines.length * title.lineHeight + 4;
  const room = height - top - 22;
  const pitch = room / Math.max(1, rows.length);
  const owner = index.organizations.get(experiment.owner_org_id ?? '')?.name ?? actions.noOwner;
  const when = experiment.end_on === null ? '' : words.fill(picture.ends, { when: words.month(experiment.end_on) });
  return [
    { kind: 'rect', x: 1, y: 3, width: width - 1, height: height - 1, radius: 10, fill: colors.shade, opacity: 0.4 },
    {
      kind: 'rect',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      radius: 10,
      fill: colors.card,
      stroke: colors.cardLine,
      strokeWidth: 1,
    },
    {
      kind: 'path',
      d: `M10 0.5H${width - 10}A9.5 9.5 0 0 1 ${width - 0.5} 7H0.5A9.5 9.5 0 0 1 10 0.5Z`,
      fill: isOver ? stageColors(colors, 'analyzing_reflecting').strong : colors.gold,
    },
    ...textLines({
      lines: [state],
      fontSize: 11,
      lineHeight: 14,
      x: padding,
      y: padding,
      weight: 700,
      fill: isOver
        ? stageColors(colors, 'analyzing_reflecting').strong
        : stageColors(colors, 'solution_finding').strong,
    }),
    ...textLines({ ...title, x: padding, y: padding + 17, weight: 700, fill: colors.ink }),
    ...rows.flatMap((row, at) => {
      const fitted = fitParagraph(row, {
        width: inner,
        height: pitch,
        fontSizes: [11.5, 11, 10.5, 10, 9.5],
        leading: 1.2,
      });
      return textLines({ ...fitted, x: padding, y: top + at * pitch, weight: 400, fill: colors.ink });
    }),
    ...textLines({
      lines: [when],
      fontSize: 11,
      lineHeight: 14,
      x: padding,
      y: height - 20,
      weight: 500,
      fill: colors.soft,
    }),
    ...textLines({
      ...fitText(owner, {
        width: inner - 10 - (when === '' ? 0 : textWidth(when, 11)),
        maxLines: 1,
        fontSizes: [11, 10],
        leading: 1.27,
      }),
      x: width - padding,
      y: height - 20,
      weight: 500,
      fill: colors.soft,
      anchor: 'end',
    }),
  ];
}
