/**
 * Texts that look as if they named or reached a person: mail addresses, telephone numbers, two words that are written like a
 * name. A guess for people to look at before they send files away; nothing is left out because of it.
 */
import type { kinds } from '../kinds/kinds.ts';
import { type CollectionName, collectionNames, kindOf } from '../map/collections.ts';
import { nameKey } from '../map/nameKey.ts';
import { entitiesOf, type PartnershipMap } from '../map/PartnershipMap.ts';

export type Suspicion = 'mail' | 'phone' | 'name';

type Kinds = typeof kinds;
export type SensitivePlace =
  | {
      [C in CollectionName]: Kinds[C] extends { readonly sensitive: { readonly as: infer P } } ? P : never;
    }[CollectionName]
  | 'idea';

export interface SensitiveText {
  readonly where: SensitivePlace;
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
    ...collectionNames.flatMap((collection) => {
      const { sensitive } = kindOf(collection);
      return sensitive === undefined
        ? []
        : rowsOf(map, collection).map((one) => ({
            where: sensitive.as as SensitivePlace,
            id: String(one['id']),
            text: wordsOf(one, sensitive.fields).join('; '),
          }));
    }),
    ...ideas.map((text, at) => ({ where: 'idea' as const, id: String(at), text })),
  ];
  return texts.flatMap((one) => {
    const looksLike = suspicionsOf(one.text, known);
    return looksLike.length === 0 ? [] : [{ ...one, looksLike }];
  });
}

/** Names that the map has anyway are no secret: organizations, places, papers. */
function knownNames(map: PartnershipMap): readonly string[] {
  return collectionNames
    .flatMap((collection) => rowsOf(map, collection).flatMap((one) => wordsOf(one, kindOf(collection).known ?? [])))
    .map(nameKey);
}

function rowsOf(map: PartnershipMap, collection: CollectionName): readonly Readonly<Record<string, unknown>>[] {
  return entitiesOf(map, collection);
}

function wordsOf(entity: Readonly<Record<string, unknown>>, fields: readonly string[]): readonly string[] {
  return fields
    .flatMap((field) => entity[field])
    .filter((word): word is string => typeof word === 'string' && word.trim() !== '');
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
