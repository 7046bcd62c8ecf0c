/** The PDF document of pdfkit as one for everybody: tagged, with its title shown, and described in well-formed XML. */
import Pdf from 'pdfkit';
import { xmlText } from '#shared/picture/pictureSvg.ts';
import { interFile, textWeights } from '../interFonts.ts';

export interface PdfFacts {
  readonly title: string;
  readonly language: string;
  /** creation date in the file, so that the same moment gives the same file */
  readonly createdAtMs: number;
}

export class TaggedPdf extends Pdf {
  /** The font in use, which pdfkit keeps to itself: it knows which letters it has. */
  declare readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };

  constructor({ title, language, createdAtMs }: PdfFacts) {
    super({
      size: 'LETTER',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      info: { Title: title, Creator: 'Roundtable', Producer: 'Roundtable', CreationDate: new Date(createdAtMs) },
    });
    for (const weight of textWeights) this.registerFont(String(weight), interFile(weight));
  }

  /** Whether there is a letter for everything that is written in it. */
  hasLettersFor(signs: Iterable<string>): boolean {
    const { _font: inUse } = this.font('400');
    return [...signs].every((sign) => sign === '\n' || inUse.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
  }

  /** Says in the file that it is made as ISO 14289-1 asks. */
  claimAccessible(): void {
    this.appendXML(
      '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>',
    );
  }

  /** By now the title stands in the file as text; pdfkit would put it into XML as it is, whatever signs it has. */
  override endMetadata(): void {
    this.info.Title = xmlText(this.info.Title ?? '');
    super.endMetadata();
  }
}
