/** What came and what went between two readings: the net difference, so that a change and its undo say nothing. */
import type { FindingCard, FindingState } from '#shared/map/rules/computeFindings.ts';
import type { Finding } from '#shared/map/rules/Finding.ts';

export interface FindingNews {
  readonly fresh: readonly Finding[];
  readonly solved: readonly Finding[];
}

interface Read {
  readonly open: readonly FindingCard[];
  readonly accepted: readonly FindingState[];
}

const keyOf = (finding: Finding) => `${finding.rule} ${finding.subject}`;

function known({ open, accepted }: Read): ReadonlyMap<string, Finding> {
  const states = [...open.flatMap((card) => card.findings), ...accepted];
  return new Map(states.map(({ finding }) => [keyOf(finding), finding]));
}

/** New findings and solved ones; an accepted finding is neither. */
export function findingNews(before: Read, after: Read): FindingNews {
  const [was, is] = [known(before), known(after)];
  return {
    fresh: [...is].flatMap(([key, finding]) => (was.has(key) ? [] : finding)),
    solved: [...was].flatMap(([key, finding]) => (is.has(key) ? [] : finding)),
  };
}
