/** One rule on one card: what is seen, a question, why, and what one can do. Several subjects are a list on the same card. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingCard as Card } from '#shared/map/rules/computeFindings.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import styles from './FindingCard.module.css';
import { FindingItem } from './FindingItem.tsx';
import { SeverityWord } from './SeverityWord.tsx';
import { isFormOpen } from './openForms.ts';
import { useFindingWords } from './useFindingWords.ts';

const shownAtFirst = 3;

export interface FindingCardProps {
  readonly card: Card;
  readonly onCoverage: () => void;
}

export function FindingCard({ card, onCoverage }: FindingCardProps) {
  const { t } = useTranslation();
  const words = useFindingWords();
  const [isOpen, setOpen] = useState(false);
  const heading = useId();
  const drafts = useDrafts();
  const [first] = card.findings;
  if (!first) return null;
  const isMany = card.findings.length > 1;
  const shown = card.findings.filter(
    ({ finding }, place) => isOpen || place < shownAtFirst || isFormOpen(drafts, finding),
  );
  const asks = new Set(card.findings.map(({ finding }) => words.text(finding).ask));
  const commonAsk = asks.size === 1 ? words.text(first.finding).ask : null;
  const hidden = card.findings.length - shown.length;
  return (
    <article className={styles['card']} data-severity={card.severity} aria-labelledby={heading}>
      <SeverityWord
        severity={card.severity}
        times={isMany ? t('map.findings.times', { count: card.findings.length }) : undefined}
      />
      <ul className={styles['list']}>
        {shown.map((state, place) => (
          <FindingItem
            key={state.finding.subject}
            state={state}
            headingId={place === 0 ? heading : undefined}
            showsAsk={!isMany || commonAsk === null}
            onCoverage={onCoverage}
          />
        ))}
      </ul>
      {(hidden > 0 || isOpen) && card.findings.length > shownAtFirst && (
        <button type="button" className={styles['link']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('map.findings.less') : t('map.findings.more', { count: hidden })}
        </button>
      )}
      {isMany && commonAsk !== null && <p className={styles['ask']}>{commonAsk}</p>}
      <details className={styles['why']}>
        <summary>{t('map.findings.why')}</summary>
        <p>{words.why(first.finding)}</p>
        <dl className={styles['data']}>
          {!isMany &&
            words.data(first.finding).map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <p className={styles['rule']}>
          {t('map.findings.rule', { rule: card.rule })} · {t(`map.findings.basis.${words.basis(first.finding)}`)}
        </p>
      </details>
    </article>
  );
}
