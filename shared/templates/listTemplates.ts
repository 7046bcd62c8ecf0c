/** What the picker shows of each template. */
import { englishTexts, templateIds, templatesIn, type TemplateId } from './templates.ts';

export interface TemplateSummary {
  readonly id: TemplateId;
  readonly title: string;
  readonly summary: string;
  /** what one learns from it, in a few words */
  readonly teaches: string;
  /** the day for which its dates were written */
  readonly asOf: string;
  /** what is fact and what is not; shown on request */
  readonly provenance: {
    readonly from_article: string[];
    readonly from_other_sources: string[];
    readonly invented: string[];
  };
}

/** All templates, blank first. */
export function listTemplates(texts = englishTexts): readonly TemplateSummary[] {
  const files = templatesIn(texts);
  return templateIds.map((id) => {
    const { title, summary, as_of, provenance } = files[id];
    return { id, title, summary, teaches: texts[id].teaches, asOf: as_of, provenance };
  });
}
