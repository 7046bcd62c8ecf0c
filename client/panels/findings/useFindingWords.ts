/** Findings in the person's language: message, question, why, and the data they came from. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFinding, type FindingText } from '#shared/map/rules/describeFinding.ts';
import { dataOf, type Finding } from '#shared/map/rules/Finding.ts';
import messages from '#shared/map/rules/messages.en.json';
import { ruleFacts } from '#shared/map/rules/ruleBook.ts';
import why from '#shared/map/rules/why.en.json';
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

const reasons: Readonly<Record<string, string>> = why;

function basisOf(rule: string): 'A' | 'F' | 'D' {
  const basis = ruleFacts.find(({ id }) => id === rule)?.basis ?? 'D';
  return basis.startsWith('A') ? 'A' : basis.startsWith('F') ? 'F' : 'D';
}

export function useFindingWords(): FindingWords {
  const { t, i18n } = useTranslation();
  const { index } = useFindings();
  const { language } = i18n;
  return useMemo(() => {
    const say = (finding: Finding, words = messages as Parameters<typeof describeFinding>[2]) =>
      describeFinding(index, finding, words, language);
    return {
      text: (finding) => say(finding),
      why: (finding) => reasons[finding.rule] ?? '',
      basis: (finding) => basisOf(finding.rule),
      data: (finding) =>
        Object.keys(dataOf(finding)).flatMap((key) => {
          const name = codeWord(t, 'map.findings.datum', key);
          if (name === null) return [];
          const rules = { [finding.rule]: { message: `{${key}}`, ask: '' } };
          const { message } = say(finding, { rules, labels: messages.labels });
          return [{ name, value: message }];
        }),
    };
  }, [index, language, t]);
}
