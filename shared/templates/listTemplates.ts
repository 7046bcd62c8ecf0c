/** What the picker shows of each template. */
import { templateIds, templates, type TemplateId } from './templates.ts';

export interface TemplateSummary {
  readonly id: TemplateId;
  readonly title: string;
  readonly summary: string;
  /** what one learns from it, in a few words */
  readonly teaches: string;
  readonly language: string;
  /** the day for which its dates were written */
  readonly asOf: string;
  /** what is fact and what is not; shown on request */
  readonly provenance: {
    readonly from_article: string[];
    readonly from_other_sources: string[];
    readonly invented: string[];
  };
}

const teaches: Readonly<Record<TemplateId, string>> = {
  blank: 'Start with your own question.',
  employment: 'Everything: the full example, with gaps to find.',
  baltimore: 'The goal card: a count of programs, or a result for the population?',
  newark: 'Structure, voice and accountability; numbers in dispute.',
  corridors: 'A structure to start from, and strengths.',
  detroit: 'Several experiments at once, their results and decisions.',
};

/** All templates, blank first. */
export function listTemplates(): readonly TemplateSummary[] {
  return templateIds.map((id) => {
    const { title, summary, language, as_of, provenance } = templates[id];
    return { id, title, summary, teaches: teaches[id], language, asOf: as_of, provenance };
  });
}
