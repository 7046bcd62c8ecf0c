/** The frame as picture and as a table: interests, organizations, who speaks for them. Who is missing stands in the coverage. */
import type { MapIndex } from '../../map/MapIndex.ts';
import { notPlaced } from '../../map/readings/notPlaced.ts';
import { speaksFor } from '../../map/readings/speaksFor.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { drawFrame } from '../../picture/drawFrame.ts';
import { cell, column, heading, paragraph, table } from '../blocks.ts';
import type { Block, Cell, TableBlock } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';

export function frameSection(context: ReportContext): readonly Block[] {
  const { index, words } = context;
  const { frame, notNamed } = words.texts;
  const waiting = notPlaced(index.map);
  return [
    heading(1, frame.title),
    paragraph(frame.lead),
    { kind: 'picture', name: 'frame', picture: drawFrame(index, words), size: 'page' },
    paragraph(frame.signs, 'quiet'),
    ...(index.map.interests.length === 0 ? [] : [frameTable(context)]),
    ...namesTable(context),
    ...(waiting.length === 0
      ? []
      : [paragraph(words.fill(frame.notPlaced, { list: words.list(waiting.map((one) => one.name || notNamed)) }))]),
  ];
}

function frameTable({ index, words }: ReportContext): TableBlock {
  const { frame, weight } = words.texts;
  return table(
    frame.table,
    [column(frame.interest, 3), column(frame.organizations, 9)],
    index.map.interests.map((interest) => [
      cell(`${interestName(interest.title || interest.placeholder, words)} (${weight[interest.weight]})`, 'strong'),
      organizationsOf(index, interest.id, words),
    ]),
  );
}

/** Only where a facilitator marked that they agreed. */
function namesTable({ index, words, withNames }: ReportContext): readonly Block[] {
  const { frame, kind, noTitle } = words.texts;
  const named = index.representatives.filter((person) => person.display_name.trim() !== '');
  if (!withNames || named.length === 0) return [];
  return [
    table(
      frame.names,
      [column(frame.name, 4), column(frame.role, 5), column(frame.kind, 3)],
      named.map((person) => [
        cell(person.display_name.trim(), 'strong'),
        `${person.role_title || noTitle} (${index.organizations.get(person.organization_id)?.name ?? ''})`,
        kind[person.kind],
      ]),
    ),
  ];
}

export function interestName(title: string, words: ReportWords): string {
  return title.trim() || words.texts.notNamed;
}

/** At the table with the letters of the kinds who speak for it there; then those who are not at the table. */
function organizationsOf(index: MapIndex, interest: string, words: ReportWords): Cell {
  const { frame, notNamed, letters, engagement } = words.texts;
  const speaking = index.representatives.filter((person) => speaksFor(index, person).includes(interest));
  const here = new Map<string, string>();
  const away = new Map<string, string>();
  for (const placement of index.map.placements) {
    if (placement.interest_id !== interest) continue;
    const organization = index.organizations.get(placement.organization_id);
    if (!organization) continue;
    const name = organization.name || notNamed;
    if (organization.engagement !== 'partner') {
      away.set(organization.id, `${name} (${engagement[organization.engagement]})`);
      continue;
    }
    const theirs = speaking.filter((person) => person.organization_id === organization.id);
    const present = representativeKinds.filter((kind) => theirs.some((person) => person.kind === kind));
    const list = present.length === 0 ? frame.nobodyYet : present.map((kind) => letters[kind]).join(', ');
    here.set(organization.id, `${name} (${list})`);
  }
  const parts = [here.size === 0 ? frame.nobodyAtTable : [...here.values()].join('; ')];
  if (away.size > 0) parts.push(words.fill(frame.notAsked, { list: [...away.values()].join('; ') }));
  return cell(parts.join('\n'), here.size === 0 ? 'gap' : undefined);
}
