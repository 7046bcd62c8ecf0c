import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { lockKeys } from './lockKeys.ts';

const template = readTemplate('employment');
if (template === null || template === undefined) throw new Error('there is no such template');
const { map } = template;

describe('keys of locks', () => {
  it('[SESSION-21] an organization is locked with all its placements, a record by itself, nothing twice', () => {
    const refs = [
      { collection: 'organizations', id: 'corner-kitchens' },
      { collection: 'organizations', id: 'corner-kitchens' },
      { collection: 'interests', id: 'small-employers' },
    ] as const;
    const keys = lockKeys(map, refs, ['shape:note1']);
    expect(keys).toContain('map:organizations/corner-kitchens');
    expect(keys).toContain('canvas:shape:note1');
    expect(keys).toContain('map:interests/small-employers');
    expect(keys.filter((key) => key.startsWith('map:placements/'))).toEqual(
      map.placements
        .filter(({ organization_id }) => organization_id === 'corner-kitchens')
        .map(({ id }) => `map:placements/${id}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('[SESSION-21] the server takes the keys of everything that a board can hold', () => {
    const refs = map.organizations.map(({ id }) => ({ collection: 'organizations' as const, id }));
    const command = { do: 'lock', keys: [...lockKeys(map, refs, [])] };
    expect(v.is(WorkshopCommand, command)).toBe(true);
    expect(v.is(WorkshopCommand, { do: 'lock', keys: [`map:placements/${'a'.repeat(128)}`] })).toBe(true);
    expect(v.is(WorkshopCommand, { do: 'lock', keys: ['elsewhere:1'] })).toBe(false);
  });
});
