/** A template with its words: the file says what there is, the catalog what it is called. */

/** Texts by the ids of the things that have them; `groups`: what the groups of numbers are called. */
export interface TemplateWords {
  readonly [name: string]: string | readonly string[] | TemplateWords;
}

/** The same file; the empty texts that have words are filled. */
export function withWords<T extends object>(file: T, words: TemplateWords): T {
  const { groups } = words;
  return filled(file, words, typeof groups === 'object' && !isTexts(groups) ? groups : {}) as T;
}

const isTexts = (words: TemplateWords[string]): words is string | readonly string[] =>
  typeof words === 'string' || Array.isArray(words);

function filled(value: unknown, words: TemplateWords[string] | undefined, groups: TemplateWords): unknown {
  if (words !== undefined && isTexts(words)) return words;
  if (Array.isArray(value)) return value.map((one: unknown, place) => filled(one, words?.[nameOf(one, place)], groups));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]: [string, unknown]) => [
      field,
      field === 'group' && typeof inner === 'string' ? (groups[inner] ?? inner) : filled(inner, words?.[field], groups),
    ]),
  );
}

/** Of one thing of a list; places have no ids of their own. */
function nameOf(thing: unknown, place: number): string {
  const { id, organization_id, interest_id } = (thing ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id === 'string') return id;
  return typeof organization_id === 'string' && typeof interest_id === 'string'
    ? `${organization_id} ${interest_id}`
    : String(place + 1);
}
