/** STR: build the right structure. Who decides, how voices get there, what is on paper. */
import type { MapIndex } from '../MapIndex.ts';
import { decidingBodies, isDecisionMakerSeat, votingSeats } from '../readings/decidingBodies.ts';
import { isWritten } from '../readings/formality.ts';
import { pathSteps, voiceReach } from '../readings/pathOfVoice.ts';
import { endOf } from '../references.ts';
import type { Observation, Rule } from './Finding.ts';

const noBodyYet: Rule = (index) =>
  index.representatives.length >= 8 && index.map.bodies.length === 0
    ? [{ severity: 'alert', subject: 'partnership', data: { count: index.representatives.length } }]
    : [];

const withoutPlace: Rule = (index) =>
  index.map.bodies.length === 0
    ? []
    : index.representatives
        .filter((person) => !index.seatsOfRepresentative.has(person.id))
        .map((person) => ({ severity: 'warning', subject: `representative:${person.id}` }));

const nobodyCanDecide: Rule = (index) =>
  index.map.bodies.length > 0 && decidingBodies(index).length === 0
    ? [{ severity: 'alert', subject: 'partnership' }]
    : [];

const votesWithoutPower: Rule = (index) =>
  index.map.bodies.flatMap((body): Observation[] => {
    const votes = body.decision_role === 'decides' ? votingSeats(index, body.id) : [];
    const deciders = votes.filter((seat) => isDecisionMakerSeat(index, seat)).length;
    return votes.length < 3 || deciders * 2 >= votes.length
      ? []
      : [{ severity: 'warning', subject: `body:${body.id}` }];
  });

const noWayToDecide: Rule = (index) => {
  if (decidingBodies(index).length === 0) return [];
  const reach = voiceReach(index);
  return index.partners
    .filter((partner) => partner.grassroots && pathSteps(index, reach, partner.id) === null)
    .map((partner) => ({ severity: 'alert', subject: `organization:${partner.id}` }));
};

/** The organization that an end stands for: itself, or that of a representative. */
function organizationAt(index: MapIndex, end: string) {
  const { type, id } = endOf(end);
  if (type === 'organization') return index.organizations.get(id);
  return type === 'representative'
    ? index.organizations.get(index.activeRepresentatives.get(id)?.organization_id ?? '')
    : undefined;
}

/** A community engagement team, a body with a grassroots chair, or one in which most seats are grassroots. */
function isGrassrootsLed(index: MapIndex, bodyId: string): boolean {
  if (index.bodies.get(bodyId)?.kind === 'community_engagement_team') return true;
  const seats = index.seatsOfBody.get(bodyId) ?? [];
  const grassroots = seats.filter((seat) => {
    const person = index.activeRepresentatives.get(seat.representative_id);
    return person !== undefined && index.organizations.get(person.organization_id)?.grassroots === true;
  });
  return grassroots.some((seat) => seat.seat_role === 'chair') || grassroots.length * 2 > seats.length;
}

const oneWayAccountability: Rule = (index) => {
  const agreed = index.lines.filter((line) => line.kind === 'accountable_to' && line.status === 'agreed');
  if (agreed.length === 0 || !index.partners.some((partner) => partner.grassroots)) return [];
  const answersToCommunity = agreed.some((line) => {
    const from = organizationAt(index, line.from);
    const isInstitution = endOf(line.from).type === 'body' || from?.grassroots === false;
    const to = endOf(line.to);
    return (
      isInstitution &&
      (to.type === 'body' ? isGrassrootsLed(index, to.id) : organizationAt(index, line.to)?.grassroots === true)
    );
  });
  return answersToCommunity ? [] : [{ severity: 'warning', subject: 'partnership' }];
};

const notWritten: Rule = (index) =>
  index.lines
    .filter((line) => line.status === 'agreed' && !isWritten(index, line))
    .map((line) => ({ severity: 'warning', subject: `line:${line.id}` }));

const answersToNobody: Rule = (index) => {
  if (index.map.bodies.length < 2) return [];
  const answering = new Set(
    index.lines.filter((line) => line.kind === 'accountable_to' && line.status === 'agreed').map((line) => line.from),
  );
  return index.map.bodies
    .filter(
      (body) =>
        body.decision_role === 'recommends' || body.decision_role === 'implements' || body.decision_role === 'supports',
    )
    .filter((body) => !answering.has(`body:${body.id}`))
    .map((body) => ({ severity: 'warning', subject: `body:${body.id}` }));
};

const rolesNotOnPaper: Rule = (index) => {
  if (index.agreementsInForce.size === 0) return [];
  const parties = new Set([...index.agreementsInForce.values()].flatMap((agreement) => agreement.party_org_ids));
  const count = index.partners.filter((partner) => !parties.has(partner.id)).length;
  return count === 0
    ? []
    : [{ severity: 'insight', subject: 'partnership', data: { count, total: index.partners.length } }];
};

const needsAnotherLook: Rule = (index) =>
  index.map.agreements.flatMap((agreement): Observation[] => {
    if (agreement.status !== 'in_force') return [];
    const isExpired = agreement.expires_on !== null && agreement.expires_on < index.asOf;
    const isDue = agreement.review_on !== null && agreement.review_on < index.asOf;
    if (!isExpired && !isDue) return [];
    return [
      { severity: 'warning', subject: `agreement:${agreement.id}`, data: { why: isExpired ? 'expired' : 'review' } },
    ];
  });

const nobodyTakesCare: Rule = (index) => {
  if (index.map.bodies.length < 2) return [];
  const cared = new Set(index.map.bodies.flatMap((body) => body.interest_ids));
  return index.map.interests
    .filter((interest) => interest.weight === 'essential' && !cared.has(interest.id))
    .map((interest) => ({ severity: 'warning', subject: `interest:${interest.id}` }));
};

const noBackbone: Rule = (index) =>
  index.partners.length >= 10 &&
  index.map.partnership.backbone_org_id === null &&
  !index.map.bodies.some((body) => body.kind === 'backbone_staff')
    ? [{ severity: 'insight', subject: 'partnership', data: { count: index.partners.length } }]
    : [];

export const structureRules: Readonly<Record<string, Rule>> = {
  'STR-1': noBodyYet,
  'STR-2': withoutPlace,
  'STR-3': nobodyCanDecide,
  'STR-4': votesWithoutPower,
  'STR-5': noWayToDecide,
  'STR-6': oneWayAccountability,
  'STR-7': notWritten,
  'STR-8': answersToNobody,
  'STR-9': rolesNotOnPaper,
  'STR-10': needsAnotherLook,
  'STR-11': nobodyTakesCare,
  'STR-12': noBackbone,
};
