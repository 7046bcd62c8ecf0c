/** Findings in the person's language: message, question, why, and the data they came from. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFinding, findingValues, type FindingText } from '#shared/map/rules/describeFinding.ts';
import { dataOf, type Finding } from '#shared/map/rules/Finding.ts';
import { ruleFacts } from '#shared/map/rules/ruleBook.ts';
import { codeWord } from '../things/codeWord.ts';
import { useFindings } from '#client/map/MapContext.ts';

export interface FindingDatum {
  readonly name: string;
  readonly value: string;
}

export interface FindingWords {
  readonly text: (finding: Finding) => FindingText;
  readonly why: (finding: Finding) => string;
  readonly data: (finding: Finding) => readonly FindingDatum[];
  /** A = source article, F = field, D = own. */
  readonly basis: (finding: Finding) => 'A' | 'F' | 'D';
}

function basisOf(rule: string): 'A' | 'F' | 'D' {
  const basis = ruleFacts.find(({ id }) => id === rule)?.basis ?? 'D';
  return basis.startsWith('A') ? 'A' : basis.startsWith('F') ? 'F' : 'D';
}

export function useFindingWords(): FindingWords {
  const { t, i18n } = useTranslation();
  const { index } = useFindings();
  return useMemo(
    () => ({
      text: (finding) => describeFinding(index, finding, i18n),
      why: (finding) => t(`findings.rules.${finding.rule}.why` as 'findings.rules.INT-1.why', { defaultValue: '' }),
      basis: (finding) => basisOf(finding.rule),
      data: (finding) => {
        const values = findingValues(index, finding, i18n);
        return Object.keys(dataOf(finding)).flatMap((key) => {
          const name = codeWord(t, 'map.findings.datum', key);
          return name === null ? [] : [{ name, value: values[key] ?? '' }];
        });
      },
    }),
    [index, i18n, t],
  );
}
