/** Name and facts of the rows of the structure. */
import type { TFunction } from 'i18next';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { entityName } from '../entityName.ts';
import type { NodeWords } from './nodeWords.ts';
import type { OutlineNode } from './outlineTree.ts';

export function structureWords(map: PartnershipMap, node: OutlineNode, t: TFunction): NodeWords {
  if (node.group !== undefined)
    return {
      name: t(`map.structure.groups.${node.group}`),
      facts: [node.children.length === 0 ? t('map.structure.empty') : String(node.children.length)],
    };
  if (node.ref === null) return { name: '', facts: [] };
  return { name: entityName(map, node.ref, t), facts: factsOf(map, node.ref, t) };
}

function factsOf(map: PartnershipMap, { collection, id }: EntityRef, t: TFunction): readonly string[] {
  switch (collection) {
    case 'partnership':
      return [t(`map.value.${map.partnership.status}`)];
    case 'indicators': {
      const role = map.indicators.find((one) => one.id === id)?.role;
      return role ? [t(`map.value.${role}`)] : [];
    }
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
    case 'lines': {
      const line = map.lines.find((one) => one.id === id);
      return [...(line?.for_what ? [line.for_what] : []), ...(line ? [t(`map.value.${line.status}`)] : [])];
    }
    case 'agreements': {
      const paper = map.agreements.find((one) => one.id === id);
      return paper ? [t(`map.value.${paper.kind}`), t(`map.value.${paper.status}`)] : [];
    }
    case 'trust_stages': {
      const record = map.trust_stages.find((one) => one.id === id);
      return record?.evidence[0] ? [record.evidence[0]] : [];
    }
    case 'trust_pulses': {
      const pulse = map.trust_pulses.find((one) => one.id === id);
      return pulse ? [t('map.structure.answered', { responded: pulse.responded, invited: pulse.invited })] : [];
    }
    default:
      return [];
  }
}
