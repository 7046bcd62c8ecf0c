import { describe, expect, it } from 'vitest';
import { templates } from '#shared/templates/templates.ts';
import { parseBoard } from '../file/parseBoard.ts';
import { indexMap } from '../MapIndex.ts';
import { actionsOf, organizationNamed, partOf } from './partOf.ts';

function indexOf(given: unknown) {
  const board = parseBoard(given);
  if (!board.ok) throw new Error(JSON.stringify(board.problems));
  return indexMap(board.map, '2026-03-02');
}

const employment = indexOf(templates.employment);
const nobody = { name: 'Somebody', kind: null };
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** Two roles of one organization, and actions of both. */
const two = indexOf({
  organizations: [
    { id: 'gov', name: 'City Hall', engagement: 'invited' },
    { id: 'other', name: 'Housing First', engagement: 'partner' },
  ],
  interests: [
    { id: 'rules', title: 'Rules' },
    { id: 'homes', title: 'Homes' },
  ],
  placements: [
    { organization_id: 'gov', interest_id: 'rules' },
    { organization_id: 'gov', interest_id: 'homes' },
  ],
  representatives: [
    {
      id: 'mayor',
      organization_id: 'gov',
      kind: 'decision_maker',
      role_title: 'Mayor',
      interest_ids: ['rules', 'homes'],
    },
    { id: 'clerk', organization_id: 'gov', kind: 'doer', role_title: 'Clerk', display_name: 'Ana Brooks' },
    { id: 'gone', organization_id: 'gov', kind: 'doer', role_title: 'Clerk before', until: '2025-01-01' },
  ],
  actions: [
    { id: 'late', title: 'Late', owner_org_id: 'gov', owner_representative_id: 'clerk', due_on: '2026-02-01' },
    { id: 'sign', title: 'Sign', owner_org_id: 'gov', owner_representative_id: 'mayor', due_on: '2026-05-01' },
    { id: 'any', title: 'Any', owner_org_id: 'gov' },
    { id: 'over', title: 'Over', owner_org_id: 'gov', status: 'done' },
    { id: 'theirs', title: 'Theirs', owner_org_id: 'other' },
    { id: 'open', title: 'Who?', source: 'finding:INT-1:interest:homes' },
    { id: 'far', title: 'Not here', source: 'finding:INT-1:interest:elsewhere' },
  ],
});

describe('partOf', () => {
  it('[YOURS-1] has the open actions of an organization, its roles of today, and who is missing where it stands or speaks', () => {
    const part = partOf(two, 'gov', nobody);
    expect(ids(part.actions)).toEqual(['late', 'sign', 'any']);
    expect(part.roles.map(({ role, interests }) => [role.id, interests])).toEqual([
      ['mayor', ['rules', 'homes']],
      ['clerk', ['rules', 'homes']],
    ]);
    expect(part.missing.map(({ interest }) => interest)).toEqual(['rules', 'homes']);
    expect(ids(part.unowned)).toEqual(['open']);
    const city = partOf(employment, 'mayor-office', nobody);
    expect(ids(city.actions)).toEqual(['act1']);
    expect(city.missing).toEqual([
      { interest: 'money', kinds: ['designee'] },
      { interest: 'growth', kinds: ['designee'] },
    ]);
  });

  it('[YOURS-2] the actions of one’s own role go first: the one with the name, else the only one of the kind', () => {
    const first = (name: string, kind: 'designee' | 'doer' | 'decision_maker' | null) =>
      partOf(two, 'gov', { name, kind }).actions[0]?.id;
    expect(first('Rosa Delgado', 'decision_maker')).toBe('sign');
    expect(first('ana  brooks', 'decision_maker')).toBe('late');
    expect(first('Rosa Delgado', 'designee')).toBe('late');
    expect(first('Rosa Delgado', null)).toBe('late');
  });

  it('[YOURS-6] an organization is found by the name that people would call the same, the one at the table first', () => {
    expect(organizationNamed(two.map, ' city  HALL')?.id).toBe('gov');
    expect(organizationNamed(two.map, 'City Hall of Riverbend')).toBeNull();
    expect(organizationNamed(two.map, null)).toBeNull();
    const again = indexOf({
      organizations: [
        { id: 'asked', name: 'Ferns', engagement: 'invited' },
        { id: 'here', name: 'Ferns', engagement: 'partner' },
      ],
    });
    expect(organizationNamed(again.map, 'Ferns')?.id).toBe('here');
  });

  it('[YOURS-7] all actions of an organization are also those of its roles, done ones too', () => {
    expect(ids(actionsOf(two.map, 'gov'))).toEqual(['late', 'sign', 'any', 'over']);
  });
});
