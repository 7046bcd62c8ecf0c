/** Name and facts of the rows of the structure. */
import type { TFunction } from 'i18next';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { kindOf } from '#shared/map/collections.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { entityName, entityOf } from '#client/panels/things/entityName.ts';
import { codeWord } from '../things/codeWord.ts';
import { sheetFacts } from '../sheets/noteFacts.ts';
import type { NodeWords } from './nodeWords.ts';
import type { OutlineNode } from './outlineTree.ts';

export function structureWords(map: PartnershipMap, node: OutlineNode, t: TFunction): NodeWords {
  if (node.group !== undefined)
    return {
      name: t(`map.structure.groups.${node.group}`),
      facts: [node.children.length === 0 ? t('map.structure.empty') : String(node.children.length)],
    };
  if (node.ref === null) return { name: '', facts: [] };
  const onSheet = sheetFacts(map, node.ref, t);
  if (onSheet !== null) return { name: entityName(map, node.ref, t), facts: onSheet };
  return { name: entityName(map, node.ref, t), facts: factsOf(map, node.ref, t) };
}

/** Of the kinds whose facts are the words of their own fields, and of those whose facts are counted elsewhere. */
function factsOf(map: PartnershipMap, { collection, id }: EntityRef, t: TFunction): readonly string[] {
  switch (collection) {
    case 'bodies': {
      const body = map.bodies.find((one) => one.id === id);
      const seats = map.seats.filter((seat) => seat.body_id === id).length;
      const kind = body && body.kind !== 'other' ? t(`map.value.${body.kind}`) : '';
      return [
        ...(kind === '' || kind.toLowerCase() === body?.name.toLowerCase() ? [] : [kind]),
        ...(body?.decision_role ? [t(`map.value.${body.decision_role}`)] : []),
        t('map.goesWith.seats', { count: seats }),
      ];
    }
    case 'seats': {
      const seat = map.seats.find((one) => one.id === id);
      const kind = map.representatives.find((one) => one.id === seat?.representative_id)?.kind;
      return [
        ...(kind ? [t(`map.kind.${kind}`)] : []),
        ...(seat ? [t(`map.value.${seat.seat_role}`)] : []),
        seat?.voting ? t('map.structure.voting') : t('map.structure.notVoting'),
      ];
    }
    case 'trust_pulses': {
      const pulse = map.trust_pulses.find((one) => one.id === id);
      return pulse ? [t('map.structure.answered', { responded: pulse.responded, invited: pulse.invited })] : [];
    }
    default: {
      const entity = entityOf(map, { collection, id });
      const words = (kindOf(collection).outline?.facts ?? []).map((field) => firstOf(entity?.[field]));
      return words.filter((word) => word !== '').map((word) => codeWord(t, 'map.value', word) ?? word);
    }
  }
}

function firstOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}
