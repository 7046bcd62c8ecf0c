/** What can be done with the rows of the structure: add, name, give a seat, remove. */
import { kindOf } from '#shared/map/collections.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { personName } from '#client/panels/things/entityName.ts';
import { ifMay } from '#client/panels/things/ifMay.ts';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
import type { OutlineActs } from './outlineMenu.ts';
import type { OutlineNode } from './outlineTree.ts';
import { itemKey, type StructureGroup } from './structureNodes.ts';

/** Names are edited in place; what is called after other things, or is a whole text, opens its details instead. */
export function isNamed(ref: EntityRef): boolean {
  return ref.collection !== 'ideas' && kindOf(ref.collection).name !== null;
}

type Addable = Exclude<StructureGroup, 'trust_pulses'>;

/** Adds one to the group; what has a name is named at once, what connects things opens its details. */
export function addToGroup(acts: OutlineActs, group: Addable): void {
  const { t, newId, goTo, open } = acts;
  const id = newId();
  const command = newEntity(acts, group, id);
  if (command === null) {
    acts.refuse(t('map.structure.noOthers'));
    return;
  }
  const name =
    group === 'lines' || group === 'trust_stages' ? t(`map.entity.${group}`) : t(`map.structure.newName.${group}`);
  if (!acts.run([command], t('map.outline.added', { name }))) return;
  if (isNamed({ collection: group, id })) goTo(itemKey(group, id), true);
  else open({ collection: group, id });
}

/** What such a thing cannot be without. */
const firstChoice: Readonly<Partial<Record<Addable, Readonly<Record<string, string>>>>> = {
  trust_notes: { stage: 'forming' },
  story_notes: { pushes: 'down' },
};

function newEntity({ map, t, today }: OutlineActs, group: Addable, id: string): Command | null {
  switch (group) {
    case 'trust_stages':
      return { type: 'add', collection: group, id, fields: { stage: 'forming', date: today() } };
    case 'lines': {
      const ends = [
        ...map.bodies.map((one) => `body:${one.id}`),
        ...map.organizations.map((one) => `organization:${one.id}`),
      ];
      const [to, from] = ends;
      return to === undefined || from === undefined
        ? null
        : { type: 'add', collection: group, id, fields: { from, to, status: 'proposed' } };
    }
    default: {
      const { name } = kindOf(group);
      const named = name === null ? {} : { [name]: t(`map.structure.newName.${group}`) };
      return { type: 'add', collection: group, id, fields: { ...firstChoice[group], ...named } };
    }
  }
}

export function groupMenu(acts: OutlineActs, group: StructureGroup): readonly MenuEntry[] {
  if (group === 'trust_pulses') return [];
  const add = { key: 'add', label: acts.t(`map.structure.add.${group}`), run: () => addToGroup(acts, group) };
  return ifMay(acts, [group, null, null], add);
}

/** Entries of a row beside those that every row has. */
export function itemMenu(acts: OutlineActs, node: OutlineNode): readonly MenuEntry[] {
  const { ref } = node;
  if (ref?.collection !== 'bodies') return [];
  const { map, t } = acts;
  const seated = new Set(map.seats.filter((seat) => seat.body_id === ref.id).map((seat) => seat.representative_id));
  return ifMay(acts, ['seats', null, null], {
    key: 'seat',
    label: t('map.structure.addSeat'),
    entries: map.representatives
      .filter((person) => !seated.has(person.id))
      .map((person) => {
        const name = personName(map, person.id, t);
        const command = { type: 'seat', body_id: ref.id, representative_id: person.id } as const;
        return {
          key: person.id,
          label: name,
          run: () => {
            if (acts.run([command], t('map.outline.added', { name }))) acts.goTo(node.key);
          },
        };
      }),
  });
}
