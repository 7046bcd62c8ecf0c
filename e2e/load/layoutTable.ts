/** A table of the bench: what it costs to lay the frame out, on one thread of this process. */
import { indexMap } from '#shared/map/MapIndex.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { frameInput, peopleOnCards } from '#shared/views/frame/frameContents.ts';
import type { FrameInput } from '#shared/views/frame/FrameLayout.ts';
import { LayoutMemory } from '#shared/views/frame/LayoutMemory.ts';
import { layoutFrame } from '#shared/views/frame/layoutFrame.ts';
import { cardIn, frameWith } from '#shared/views/frame/testing/randomFrame.ts';
import { percentile } from './percentile.ts';
import { numberText, tableText } from './tableText.ts';

const rounds = 30;

function inputOf(template: string): FrameInput {
  const found = readTemplate(template);
  if (found === null) throw new Error(`there is no template ${template}`);
  const index = indexMap(found.map, found.asOf);
  return frameInput(index, peopleOnCards(index));
}

/** Of one more card in the interest with the fewest, and of all of it anew. */
function measured(input: FrameInput): readonly [one: number, all: number] {
  const memory = new LayoutMemory();
  const counts = input.interests.map(({ id }) => input.cards.filter(({ interestId }) => interestId === id).length);
  const least = input.interests[counts.indexOf(Math.min(...counts))];
  if (least === undefined) throw new Error('there is nothing on the frame');
  const more = { ...cardIn(0, 0), placementId: 'more', interestId: least.id, addedOrder: '~' };
  const [ones, alls]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    layoutFrame(input, memory);
    const began = performance.now();
    layoutFrame({ ...input, cards: [...input.cards, { ...more, name: `More ${round}` }] }, memory);
    ones.push(performance.now() - began);
    const anew = performance.now();
    layoutFrame(input);
    alls.push(performance.now() - anew);
  }
  return [percentile(ones, 0.5), percentile(alls, 0.5)];
}

const templates = ['blank', 'newark', 'baltimore', 'detroit', 'corridors', 'employment'];

/** So many cards, more of them in some of 12 interests than in others. */
function evenly(cards: number): FrameInput {
  return frameWith(Array.from({ length: 12 }, (_, at) => Math.floor((cards + ((at * 5) % 12)) / 12)));
}

export function layoutTable(): string {
  const boards: readonly (readonly [string, FrameInput])[] = [
    ...templates.map((name) => [name, inputOf(name)] as const),
    ...[60, 120, 300].map((cards) => [`12 interests, ${cards} organizations`, evenly(cards)] as const),
  ];
  const rows = boards.map(([name, input]) => {
    const [one, all] = measured(input);
    return [name, String(input.cards.length), numberText(one), numberText(all)];
  });
  return `\nThe frame laid out, median of ${rounds}\n\n${tableText(['board', 'cards', 'one more card, ms', 'all of it, ms'], rows)}\n`;
}
