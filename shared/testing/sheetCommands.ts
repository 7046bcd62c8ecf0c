/** Commands that people might give on sheets, chosen by numbers, as `mapCommands.ts` has them for everything else. */
import type { Command } from '../map/commands/Command.ts';
import type { PartnershipMap } from '../map/PartnershipMap.ts';
import { madeCollections, type MadeCollection } from '../map/readings/madeCollections.ts';
import { representativeKinds, sheetColors, sheetSorts, stages } from '#shared/kinds/values.ts';
import type { Choice } from './mapCommands.ts';

type Maker = (map: PartnershipMap, choice: Choice) => Command | null;
type MakeTo = Extract<Command, { type: 'make' }>['to'];

const texts = ['Bus drivers', 'Drivers of night buses', 'Who pays?', '夜间公交车', 'Eltern, die nachts arbeiten', ''];

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list.length === 0 ? undefined : list[number % list.length];
}

/** One to three ideas, most of them of one sheet. */
function ideasOf(map: PartnershipMap, { a, b, c }: Choice): [string, ...string[]] | null {
  const first = pick(map.ideas, a);
  if (first === undefined) return null;
  const near = c % 9 === 0 ? map.ideas : map.ideas.filter(({ sheet_id }) => sheet_id === first.sheet_id);
  const others = [pick(near, b), pick(near, b + c)].slice(0, c % 3).flatMap((one) => one?.id ?? []);
  return [first.id, ...others];
}

function addIdea(map: PartnershipMap, { a, b }: Choice): Command | null {
  const sheet = pick(map.sheets, a);
  if (sheet === undefined) return null;
  return { type: 'add', collection: 'ideas', fields: { sheet_id: sheet.id, text: pick(texts, b) ?? '' } };
}

function moveIdeas(map: PartnershipMap, choice: Choice): Command | null {
  const ideas = ideasOf(map, choice);
  const group_id = pick([...map.groups.map(({ id }) => id), null], choice.b) ?? null;
  const place = choice.c % 4;
  const after = place === 0 ? null : place === 1 ? pick(map.ideas, choice.c)?.id : undefined;
  return ideas && { type: 'moveIdeas', ideas, group_id, ...(after === undefined ? {} : { after }) };
}

function targetOf(map: PartnershipMap, collection: MadeCollection, number: number): MakeTo | null {
  const [organization, round] = [pick(map.organizations, number), pick(map.iterations, number)];
  switch (collection) {
    case 'organizations':
      return { collection, sector: number % 2 ? 'labor' : null };
    case 'representatives':
      return organization
        ? { collection, organization_id: organization.id, kind: pick(representativeKinds, number) ?? 'doer' }
        : null;
    case 'notes':
      return round ? { collection, iteration: round.number, stage: pick(stages, number) ?? 'problem_defining' } : null;
    default:
      return { collection };
  }
}

function makeOf(map: PartnershipMap, choice: Choice): Command | null {
  const groups = map.groups.map(({ id }) => `groups/${id}`);
  const source = pick([...groups, ...map.ideas.map(({ id }) => `ideas/${id}`)], choice.a);
  const to = targetOf(map, pick(madeCollections, choice.b) ?? 'interests', choice.c);
  return source === undefined || to === null ? null : { type: 'make', sources: [source], to };
}

const removeFrom =
  (collection: 'sheets' | 'groups' | 'ideas'): Maker =>
  (map, { a }) => {
    const one = pick<{ readonly id: string }>(map[collection], a);
    return one ? { type: 'remove', collection, id: one.id } : null;
  };

const makers: readonly Maker[] = [
  (_map, { a }) => ({ type: 'add', collection: 'sheets', fields: { question: `Question ${a}?` } }),
  addIdea,
  addIdea,
  addIdea,
  (map, choice) => {
    const ideas = ideasOf(map, choice);
    return ideas && { type: 'groupIdeas', ideas, title: choice.c % 2 ? `Group ${choice.c}` : '' };
  },
  moveIdeas,
  moveIdeas,
  moveIdeas,
  (map, choice) => {
    const ideas = ideasOf(map, { ...choice, c: choice.c * 9 + 1 + (choice.c % 2) });
    return ideas && { type: 'mergeIdeas', ideas };
  },
  (map, choice) => {
    const ideas = ideasOf(map, choice);
    return ideas && { type: 'partIdeas', ideas };
  },
  (map, { a }) => {
    const sheet = pick(map.sheets, a);
    return sheet ? { type: 'tidySheet', id: sheet.id } : null;
  },
  (map, { a, b, c }) => {
    const sheet = pick(map.sheets, a);
    const fields = { sort: pick(sheetSorts, b), color_by: pick(sheetColors, c) };
    return sheet ? { type: 'edit', collection: 'sheets', id: sheet.id, fields } : null;
  },
  (map, { a, b }) => {
    const group = pick(map.groups, a);
    const fields = { title: `Title ${b}`, votes: b % 7 };
    return group ? { type: 'edit', collection: 'groups', id: group.id, fields } : null;
  },
  (map, { a, b }) => {
    const idea = pick(map.ideas, a);
    const fields = { text: `${idea?.text ?? ''} ${pick(texts, b)}`, votes: b % 7 };
    return idea ? { type: 'edit', collection: 'ideas', id: idea.id, fields } : null;
  },
  makeOf,
  makeOf,
  (map, { a }) => {
    const interest = pick(map.interests, a);
    return interest ? { type: 'markEssential', interests: [interest.id] } : null;
  },
  removeFrom('groups'),
  removeFrom('ideas'),
  (map, choice) => (choice.b % 5 === 0 ? removeFrom('sheets')(map, choice) : null),
];

/** How many kinds of commands there are. */
export const sheetCommandKinds = makers.length;

/** A command that fits the sheets of this map, or null when it has nothing to be done to. */
export function sheetCommandFor(map: PartnershipMap, choice: Choice): Command | null {
  return makers[choice.what % makers.length]?.(map, choice) ?? null;
}
