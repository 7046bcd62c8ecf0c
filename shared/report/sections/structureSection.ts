/** Who decides and who answers to whom: picture, lines, and how community organizations reach a decision; bodies and papers for funders. */
import type { EntityOf } from '../../map/collections.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import { decidingBodies } from '../../map/readings/decidingBodies.ts';
import { isWritten } from '../../map/readings/formality.ts';
import { pathOfVoice, pathSteps, voiceReach } from '../../map/readings/pathOfVoice.ts';
import { drawStructure, lineEndName, numberedLines } from '../../picture/drawStructure.ts';
import { cell, column, heading, list, paragraph, table } from '../blocks.ts';
import type { Block } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';

export function structureSection({ index, words }: ReportContext): readonly Block[] {
  const { structure: texts } = words.texts;
  const picture = drawStructure(index, words);
  return [
    heading(1, texts.title),
    ...(picture
      ? [{ kind: 'picture', name: 'structure', picture, size: 'half' } as const]
      : [paragraph(texts.noBodies)]),
    ...linesTable(index, words),
    heading(2, texts.voice),
    ...voicePaths(index, words),
  ];
}

export function bodiesTable(index: MapIndex, words: ReportWords): readonly Block[] {
  const { structure: texts, bodyKind, decisionRole, notNamed } = words.texts;
  if (index.map.bodies.length === 0) return [];
  return [
    table(
      texts.bodies,
      [
        column(texts.body, 3),
        column(texts.role, 1.7),
        column(texts.members, 2.7),
        column(texts.meets, 2),
        column(texts.interests, 4),
      ],
      index.map.bodies.map((body) => {
        const seats = index.seatsOfBody.get(body.id) ?? [];
        const voting = seats.filter((seat) => seat.voting).length;
        return [
          cell(`${body.name || notNamed} (${bodyKind[body.kind]})`, 'strong'),
          words.of(decisionRole, body.decision_role),
          words.fill(texts.seatCount, { seats: seats.length, voting }),
          body.meets,
          words.list(body.interest_ids.map((id) => index.interests.get(id)?.title || notNamed)),
        ];
      }),
    ),
  ];
}

export function linesTable(index: MapIndex, words: ReportWords): readonly Block[] {
  const { structure: texts, lineKind } = words.texts;
  const lines = numberedLines(index);
  if (lines.length === 0) return [];
  return [
    table(
      texts.lines,
      [
        column(texts.number, 1, 'end'),
        column(texts.who, 4),
        column(texts.toWhom, 5),
        column(texts.forWhat, 6),
        column(texts.paper, 4.6),
        column(texts.inForce, 1.6),
      ],
      lines.map((line, at) => [
        String(at + 1),
        cell(lineEndName(index, line.from, words), 'strong'),
        words.fill(line.status === 'proposed' ? texts.toProposed : texts.toEnd, {
          kind: lineKind[line.kind],
          name: lineEndName(index, line.to, words),
        }),
        line.for_what,
        paperCell(index, line, words),
        isWritten(index, line) ? cell(words.texts.yes, 'covered') : cell(words.texts.no, 'thin'),
      ]),
    ),
  ];
}

function paperCell(index: MapIndex, line: EntityOf<'lines'>, words: ReportWords) {
  const paper = index.map.agreements.find((one) => one.id === line.agreement_id);
  return paper ? paper.title || words.texts.notNamed : cell(words.texts.structure.notOnPaper, 'quiet');
}

export function papersTable(index: MapIndex, words: ReportWords): readonly Block[] {
  const { structure: texts, agreementKind, agreementStatus, none, notNamed } = words.texts;
  if (index.map.agreements.length === 0) return [];
  return [
    table(
      texts.papers,
      [
        column(texts.paperTitle, 5),
        column(texts.kind, 3),
        column(words.texts.goal.agreed, 2),
        column(texts.signed, 3),
        column(texts.review, 3),
        column(texts.expires, 3),
      ],
      index.map.agreements.map((paper) => [
        cell(paper.title || notNamed, 'strong'),
        agreementKind[paper.kind],
        agreementStatus[paper.status],
        words.dayOr(paper.signed_on, none),
        words.dayOr(paper.review_on, none),
        words.dayOr(paper.expires_on, none),
      ]),
    ),
  ];
}

/** Agreed lines that no paper in force holds. */
export function notWritten(index: MapIndex, words: ReportWords): readonly Block[] {
  const { structure: texts } = words.texts;
  const open = index.lines.filter((line) => line.status === 'agreed' && !isWritten(index, line));
  if (open.length === 0) return [];
  const sentence = (line: EntityOf<'lines'>) =>
    `${lineEndName(index, line.from, words)} → ${lineEndName(index, line.to, words)}${line.for_what === '' ? '' : `: ${line.for_what}`}`;
  return [heading(2, texts.notWritten), ...list(open.map(sentence))];
}

/** How the ideas of each organization of people who live with the problem reach a yes. */
export function voicePaths(index: MapIndex, words: ReportWords): readonly Block[] {
  const { structure: texts, notNamed } = words.texts;
  const concerned = index.partners.filter((partner) => partner.grassroots);
  if (concerned.length === 0) return [paragraph(texts.noGrassroots)];
  if (decidingBodies(index).length === 0) return [paragraph(texts.noDecider)];
  const reach = voiceReach(index);
  return [
    table(
      '',
      [column(texts.organization, 3), column(texts.path, 7), column(texts.steps, 1.4, 'end')],
      concerned.map((partner) => {
        const steps = pathSteps(index, reach, partner.id);
        return [
          cell(partner.name || notNamed, 'strong'),
          steps === null ? cell(texts.noPath, 'gap') : pathWords(index, reach, partner.id, words),
          steps === null ? cell('–', 'gap') : String(steps),
        ];
      }),
    ),
  ];
}

function pathWords(
  index: MapIndex,
  reach: ReturnType<typeof voiceReach>,
  organization: string,
  words: ReportWords,
): string {
  const { structure: texts } = words.texts;
  const path = pathOfVoice(index, reach, organization);
  if (!path) return texts.noPath;
  const start = lineEndName(index, path.start, words);
  if (path.steps.length === 0) return words.fill(texts.seat, { body: start });
  return path.steps.reduce(
    (text, step) =>
      `${text} → ${lineEndName(index, step.to, words)}${'person' in step.by ? ` (${texts.viaPerson})` : ''}`,
    start,
  );
}
