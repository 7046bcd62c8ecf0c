import { describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { chosenOptions } from './chosenOptions.ts';

describe('options of a vote from what is chosen', () => {
  it('[SEALED-11] say what people read on the board, and what they stand for', () => {
    const map = readTemplate('employment')?.map;
    if (!map) throw new Error('no template');
    const [interest] = map.interests;
    const [placement] = map.placements;
    const [note] = map.notes;
    if (!interest || !placement || !note) throw new Error('the template has none');
    const organization = map.organizations.find(({ id }) => id === placement.organization_id);
    const options = chosenOptions(
      map,
      [
        { collection: 'interests', id: interest.id },
        { collection: 'placements', id: placement.id },
        { collection: 'notes', id: note.id },
        { collection: 'interests', id: 'gone' },
      ],
      [
        { id: 'shape:1', text: ' two\n lines ' },
        { id: 'shape:2', text: '  ' },
      ],
    );
    expect(options).toEqual([
      { label: interest.title, ref: `map:interests/${interest.id}` },
      { label: organization?.name, ref: `map:placements/${placement.id}` },
      { label: note.text.replace(/\s+/g, ' ').slice(0, 300), ref: `map:notes/${note.id}` },
      { label: 'two lines', ref: 'canvas:shape:1' },
    ]);
  });
});
