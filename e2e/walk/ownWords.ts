/** What people said on the boards of the walk, and names. */
import { sheetTexts } from '#client/canvas/sheet/testing/withSheet.ts';
import { sameEverywhere } from './sameEverywhere.ts';
import { englishTexts } from '#shared/templates/templates.ts';

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

const people = ['Ana Ruiz', 'Jordan Tate', 'Olga Lind', 'Maya Okafor'];

export const ownWords: readonly string[] = [
  ...leaves(englishTexts),
  ...sheetTexts,
  ...people,
  ...people.map((name) => name.replaceAll(/[^A-Z]/g, '')),
  ...sameEverywhere,
  'Riverbend Works',
  'Some words',
  'What we want to reach',
  'Read the goal. Say what you would miss, and what you would take out. One sentence each.',
  // its first sentence, as what the step asks
  'Read the goal.',
  'Are you ready for the next part?',
  'What would help most?',
  'What comes first?',
  'Schools',
  'Housing',
  'later',
];
