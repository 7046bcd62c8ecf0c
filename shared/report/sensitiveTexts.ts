/**
 * Texts that look as if they named or reached a person: mail addresses, telephone numbers, two words that are written like a
 * name. A guess for people to look at before they send files away; nothing is left out because of it.
 */
import { nameKey } from '../map/nameKey.ts';
import type { PartnershipMap } from '../map/PartnershipMap.ts';

export type Suspicion = 'mail' | 'phone' | 'name';

export interface SensitiveText {
  readonly where: 'note' | 'action' | 'experiment' | 'parking' | 'idea';
  readonly id: string;
  readonly text: string;
  readonly looksLike: readonly Suspicion[];
}

const mail = /[\p{L}\d._%+-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+/u;
/** Seven digits or more, grouped as numbers of telephones are; sums and years are shorter or have no such groups. */
const phone = /(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?)?\d{2,4}(?:[ .-]\d{2,4}){1,4}(?!\d|[,.]?\d)/g;
const title = /\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Señor|Señora|Herr|Frau)\.?\s+\p{Lu}\p{Ll}+/u;
const twoWords = /(?<=[\p{Ll}\p{P}\d]\s)\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+/gu;
const firstWords =
  /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?= (?:said|says|thinks|wants|knows|asked|told|will|dice|quiere|sabe)\b)/u;

/** `ideas`: those of the record. */
export function sensitiveTexts(map: PartnershipMap, ideas: readonly string[] = []): readonly SensitiveText[] {
  const known = knownNames(map);
  const texts: Omit<SensitiveText, 'looksLike'>[] = [
    ...map.notes.map(({ id, text }) => ({ where: 'note' as const, id, text })),
    ...map.actions.map(({ id, title: text, helpers }) => ({
      where: 'action' as const,
      id,
      text: [text, ...helpers].join('; '),
    })),
    ...map.experiments.map((one) => ({
      where: 'experiment' as const,
      id: one.id,
      text: [one.title, one.hypothesis, one.action, one.measure, one.result, one.learning, ...one.helpers]
        .filter((part) => part.trim() !== '')
        .join('; '),
    })),
    ...map.parking_lot.map(({ id, text }) => ({ where: 'parking' as const, id, text })),
    ...ideas.map((text, at) => ({ where: 'idea' as const, id: String(at), text })),
  ];
  return texts.flatMap((one) => {
    const looksLike = suspicionsOf(one.text, known);
    return looksLike.length === 0 ? [] : [{ ...one, looksLike }];
  });
}

/** Names that the map has anyway are no secret: organizations, places, papers. */
function knownNames(map: PartnershipMap): readonly string[] {
  return [
    map.partnership.name,
    map.partnership.place,
    map.goal.place,
    ...map.organizations.map(({ name }) => name),
    ...map.interests.map(({ title: name }) => name),
    ...map.bodies.map(({ name }) => name),
    ...map.agreements.map(({ title: name }) => name),
    ...map.representatives.map(({ role_title: name }) => name),
    ...map.experiments.map(({ title: name }) => name),
  ].map(nameKey);
}

function suspicionsOf(text: string, known: readonly string[]): readonly Suspicion[] {
  const found: Suspicion[] = [];
  if (mail.test(text)) found.push('mail');
  const numbers = [...text.matchAll(phone)].map(([whole]) => whole);
  if (numbers.some((number) => number.replaceAll(/\D/g, '').length >= 7 && !/^\d{4}-\d{2}-\d{2}$/.test(number)))
    found.push('phone');
  const names = [...text.matchAll(twoWords), ...text.matchAll(new RegExp(firstWords, 'gu'))].map(([whole]) => whole);
  const strange = names.filter((name) => !known.some((one) => one.includes(nameKey(name))));
  if (strange.length > 0 || title.test(text)) found.push('name');
  return found;
}
