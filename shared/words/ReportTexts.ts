/** The form of the texts of reports: whatever language has this form can be rendered. */
import type { en } from '#shared/words/texts/en.ts';

type Widened<T> = T extends string ? string : { readonly [K in keyof T]: Widened<T[K]> };

export type ReportTexts = Widened<typeof en>;
