/** Forms that somebody has open below a finding, by name of the draft, so that neither a new order nor a solution hides them. */
import type { Drafts } from '#client/drafts/Drafts.ts';

const prefix = 'finding.';

interface Named {
  readonly rule: string;
  readonly subject: string;
}

export function formDraft({ rule, subject }: Named): string {
  return `${prefix}${rule}.${subject}`;
}

/** Of an action that a finding asks for, as the map keeps it. */
export function findingSource({ rule, subject }: Named): string {
  return `finding:${rule}:${subject}`.slice(0, 300);
}

export function isFormOpen(drafts: Drafts, finding: Named): boolean {
  return typeof drafts.get(formDraft(finding)) === 'string';
}

/** Open forms of findings that are not among these. */
export function strayForms(drafts: Drafts, findings: readonly Named[]): readonly Named[] {
  const known = new Set(findings.map(formDraft));
  return [...drafts.all()].flatMap(([name, value]) => {
    if (!name.startsWith(prefix) || known.has(name) || typeof value !== 'string') return [];
    const [rule = '', ...subject] = name.slice(prefix.length).split('.');
    return [{ rule, subject: subject.join('.') }];
  });
}
