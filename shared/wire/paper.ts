/** On which paper a file is printed: letter where that is what printers hold (with tabloid, twice as large), elsewhere A4 (with A3). */
import * as v from 'valibot';

export const paperSizes = ['letter', 'a4'] as const;
export const PaperSize = v.picklist(paperSizes);
export type PaperSize = v.InferOutput<typeof PaperSize>;

/** Regions whose paper is letter, as CLDR has them (`paperSize`). */
const letterRegions = ['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE'];

/** The paper of the region that a language tag (BCP 47) names, or else of where that language is spoken most. */
export function paperOf(tag: string): PaperSize {
  try {
    return letterRegions.includes(new Intl.Locale(tag).maximize().region ?? '') ? 'letter' : 'a4';
  } catch (error) {
    // what is no tag says nothing about paper
    if (error instanceof RangeError) return 'a4';
    throw error;
  }
}
