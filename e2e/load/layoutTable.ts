/** A table of the bench: what it costs to lay the frame out, on one thread of this process. */
import { indexMap } from '#shared/map/MapIndex.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { frameInput, peopleOnCards } from '#shared/views/frame/frameContents.ts';
import type { FrameInput } from '#shared/views/frame/FrameLayout.ts';
import { LayoutMemory } from '#shared/views/frame/LayoutMemory.ts';
import { layoutFrame } from '#shared/views/frame/layoutFrame.ts';
import { frameWith } from '#shared/views/frame/testing/randomFrame.ts';
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
  const [first] = input.cards;
  if (least === undefined || first === undefined) throw new Error('there is nothing on the frame');
  const more = { ...first, placementId: 'more', organizationId: 'more', interestId: least.id, addedOrder: '~' };
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

export function layoutTable(): string {
  const boards: readonly (readonly [string, FrameInput])[] = [
    ['detroit', inputOf('detroit')],
    ['employment', inputOf('employment')],
    ['12 interests, 300 organizations', frameWith(Array.from({ length: 12 }, (_, at) => 14 + 2 * at))],
  ];
  const rows = boards.map(([name, input]) => {
    const [one, all] = measured(input);
    return [name, String(input.cards.length), numberText(one), numberText(all)];
  });
  return `\nThe frame laid out, median of ${rounds}\n\n${tableText(['board', 'cards', 'one more card, ms', 'all of it, ms'], rows)}\n`;
}
