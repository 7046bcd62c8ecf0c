/** The language of an answer: the first that the request asks for in `Accept-Language` and that is `spoken` here. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { chooseLanguage, fallbackLanguage, languages } from '#shared/words/languages.ts';

export function languageOf(c: Context, spoken: readonly string[] = languages): string {
  return accepts(c, {
    header: 'Accept-Language',
    supports: [...spoken],
    default: fallbackLanguage,
    match: (wanted) =>
      chooseLanguage(
        wanted
          .filter(({ q }) => q > 0)
          .toSorted((one, other) => other.q - one.q)
          .map(({ type }) => type),
        spoken,
      ),
  });
}

/** The language, with its region where there is one, that the request names first. */
export function firstTag(header: string | undefined): string | undefined {
  return /^\s*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)/.exec(header ?? '')?.[1];
}
