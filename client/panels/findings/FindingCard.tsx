/** One rule on one card: what is seen, a question, why, and what one can do. Several subjects are a list on the same card. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { ratedRules } from '#shared/map/ratings.ts';
import { fingerprint, type FindingCard as Card, type FindingState } from '#shared/map/rules/computeFindings.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useKept } from '#client/drafts/useKept.ts';
import { useBoardMap, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { acceptDraft, AcceptForm } from './AcceptForm.tsx';
import { ActionForm } from './ActionForm.tsx';
import styles from './FindingCard.module.css';
import { SeverityWord } from './SeverityWord.tsx';
import { destinationOf } from './subjectRef.ts';
import { findingSource, formDraft, isFormOpen } from './openForms.ts';
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

const OpenForm = v.nullable(v.picklist(['action', 'accept']));

interface FindingItemProps {
  readonly state: FindingState;
  readonly headingId: string | undefined;
  readonly showsAsk: boolean;
  readonly onCoverage: () => void;
}

function FindingItem({ state, headingId, showsAsk, onCoverage }: FindingItemProps) {
  const { t } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const { selection } = useBoardMap();
  const words = useFindingWords();
  const { run, refused, clear } = useCommands();
  const { finding } = state;
  const { value: form, keep: setForm } = useKept(formDraft(finding), OpenForm, null);
  const drafts = useDrafts();
  const { message, ask } = words.text(finding);
  const destination = destinationOf(map, finding);
  const isStrength = finding.severity === 'strength';
  // an action or a reason would write into everybody's document what only facilitators know (RATE-3)
  const isPrivate = ratedRules.includes(finding.rule);
  const goThere = () => {
    if (destination === null) return;
    if ('view' in destination) onCoverage();
    else {
      selection.reveal(destination.ref);
      selection.open(destination.ref);
    }
  };
  const accept = (reason: string) => {
    const { rule, subject } = finding;
    const outcome = run(
      [{ type: 'acceptFinding', rule, subject, reason, seen: fingerprint(finding).slice(0, 2000) }],
      t('map.findings.accepted', { message }),
    );
    if (!outcome.ok) return;
    drafts.forget(acceptDraft(rule, subject));
    setForm(null);
  };
  const toggle = (name: 'action' | 'accept') => {
    clear();
    setForm(form === name ? null : name);
  };
  return (
    <li className={styles['item']}>
      <h3 id={headingId} className={styles['message']}>
        {message}
      </h3>
      {showsAsk && ask !== '' && <p className={styles['ask']}>{ask}</p>}
      <div className={styles['acts']}>
        {destination !== null && (
          <button
            type="button"
            className={styles['link']}
            onClick={goThere}
            aria-label={`${t('map.findings.goThere')}: ${message}`}
          >
            {t('map.findings.goThere')}
          </button>
        )}
        {isPrivate && <span className={styles['private']}>{t('map.power.onlyFacilitators')}</span>}
        {!readOnly && !isStrength && !isPrivate && (
          <>
            <button
              type="button"
              className={styles['link']}
              aria-expanded={form === 'action'}
              aria-label={`${t('map.findings.makeAction')}: ${message}`}
              onClick={() => toggle('action')}
            >
              {t('map.findings.makeAction')}
            </button>
            <button
              type="button"
              className={styles['link']}
              aria-expanded={form === 'accept'}
              aria-label={`${t('map.findings.accept')} ${message}`}
              onClick={() => toggle('accept')}
            >
              {t('map.findings.accept')}
            </button>
          </>
        )}
      </div>
      {form === 'action' && <ActionForm start={ask} source={findingSource(finding)} onClose={() => setForm(null)} />}
      {form === 'accept' && (
        <AcceptForm
          name={acceptDraft(finding.rule, finding.subject)}
          refused={refused}
          onAccept={accept}
          onClose={() => setForm(null)}
        />
      )}
    </li>
  );
}
