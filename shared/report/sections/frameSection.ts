/** The frame as picture and as a table: interests, organizations, who speaks for them, and who is missing. */
import type { MapIndex } from '../../map/MapIndex.ts';
import { notPlaced } from '../../map/readings/notPlaced.ts';
import { speaksFor } from '../../map/readings/speaksFor.ts';
import { representativeKinds } from '../../map/values.ts';
import { drawFrame } from '../../picture/drawFrame.ts';
import { cell, column, heading, paragraph, table } from '../blocks.ts';
import type { Block, TableBlock } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '../ReportWords.ts';

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
    ...(waiting.length === 0
      ? []
      : [paragraph(words.fill(frame.notPlaced, { list: words.list(waiting.map((one) => one.name || notNamed)) }))]),
  ];
}

function frameTable({ index, words, withNames }: ReportContext): TableBlock {
  const { frame, weight } = words.texts;
  return table(
    frame.table,
    [column(frame.interest, 3), column(frame.organizations, 4), column(frame.whoSpeaks, 5), column(frame.missing, 3)],
    index.map.interests.map((interest) => [
      cell(`${interestName(interest.title || interest.placeholder, words)} (${weight[interest.weight]})`, 'strong'),
      organizationsOf(index, interest.id, words),
      peopleOf(index, interest.id, words, withNames),
      missingOf(index, interest.id, words),
    ]),
  );
}

export function interestName(title: string, words: ReportWords): string {
  return title.trim() || words.texts.notNamed;
}

function organizationsOf(index: MapIndex, interest: string, words: ReportWords): string {
  const { frame, notNamed } = words.texts;
  const here = new Set<string>();
  const away = new Set<string>();
  for (const placement of index.map.placements) {
    if (placement.interest_id !== interest) continue;
    const organization = index.organizations.get(placement.organization_id);
    if (!organization) continue;
    const name = organization.name || notNamed;
    if (organization.engagement === 'partner') here.add(name);
    else away.add(`${name} (${words.texts.engagement[organization.engagement]})`);
  }
  const parts = [here.size === 0 ? frame.nobodyAtTable : [...here].join('; ')];
  if (away.size > 0) parts.push(words.fill(frame.notAsked, { list: [...away].join('; ') }));
  return parts.join('. ');
}

/** By kind; people by role and organization. */
function peopleOf(index: MapIndex, interest: string, words: ReportWords, withNames: boolean): string {
  const { kinds, frame, noTitle } = words.texts;
  const speaking = index.representatives.filter((person) => speaksFor(index, person).includes(interest));
  const parts = representativeKinds.flatMap((kind) => {
    const people = speaking.filter((person) => person.kind === kind);
    if (people.length === 0) return [];
    const list = people.map((person) => {
      const name = withNames && person.display_name.trim() !== '' ? `${person.display_name.trim()}, ` : '';
      const organization = index.organizations.get(person.organization_id)?.name ?? '';
      return `${name}${person.role_title || noTitle}${organization === '' ? '' : ` (${organization})`}`;
    });
    return [`${kinds[kind]}: ${list.join('; ')}`];
  });
  return parts.length === 0 ? frame.nobodyYet : parts.join('. ');
}

function missingOf(index: MapIndex, interest: string, words: ReportWords) {
  const voices = index.voices.get(interest);
  const missing = representativeKinds.filter((kind) => (voices?.[kind] ?? 0) === 0);
  if (missing.length === 0) return cell(words.texts.frame.noneMissing, 'quiet');
  return cell(missing.map((kind) => words.texts.kind[kind]).join(', '), 'gap');
}
