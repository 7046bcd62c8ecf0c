/** One thing that a rule saw: in words, with the way there and what one can do about it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { ratedRules } from '#shared/map/ratings.ts';
import { fingerprint, type FindingState } from '#shared/map/rules/computeFindings.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useKept } from '#client/drafts/useKept.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useMay } from '#client/map/useMay.ts';
import { acceptDraft, AcceptForm } from './AcceptForm.tsx';
import { ActionForm } from './ActionForm.tsx';
import styles from './FindingCard.module.css';
import { MadeActions } from './MadeActions.tsx';
import { findingSource, formDraft } from './openForms.ts';
import { destinationOf } from './subjectRef.ts';
import { useFindingWords } from './useFindingWords.ts';

const OpenForm = v.nullable(v.picklist(['action', 'accept']));

export interface FindingItemProps {
  readonly state: FindingState;
  readonly headingId: string | undefined;
  readonly showsAsk: boolean;
  readonly onCoverage: () => void;
}

export function FindingItem({ state, headingId, showsAsk, onCoverage }: FindingItemProps) {
  const { t } = useTranslation();
  const map = useMap();
  const may = useMay();
  const { selection } = useBoardMap();
  const words = useFindingWords();
  const { run, refused, clear } = useCommands();
  const { finding } = state;
  const { value: form, keep: setForm } = useKept(formDraft(finding), OpenForm, null);
  const drafts = useDrafts();
  const [newest, setNewest] = useState<string | null>(null);
  const source = findingSource(finding);
  const made = map.actions.filter((action) => action.source === source && action.status !== 'dropped');
  const makes = t(made.length === 0 ? 'map.findings.makeAction' : 'map.findings.anotherAction');
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
      <MadeActions actions={made} newest={newest} />
      <div className={styles['acts']}>
        {destination !== null && (
          <Act label={t('map.findings.goThere')} said={`${t('map.findings.goThere')}: ${message}`} onPress={goThere} />
        )}
        {isPrivate && <span className={styles['private']}>{t('map.power.onlyFacilitators')}</span>}
        {!isStrength && !isPrivate && may('actions', null, null) && (
          <Act
            label={makes}
            said={`${makes}: ${message}`}
            isMore={made.length > 0}
            isOpen={form === 'action'}
            onPress={() => toggle('action')}
          />
        )}
        {!isStrength && !isPrivate && may('acknowledgements', null, null) && (
          <Act
            label={t('map.findings.accept')}
            said={`${t('map.findings.accept')} ${message}`}
            isOpen={form === 'accept'}
            onPress={() => toggle('accept')}
          />
        )}
      </div>
      {form === 'action' && (
        <ActionForm ask={ask} source={source} onAdded={setNewest} onClose={() => setForm(null)} />
      )}
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

interface ActProps {
  readonly label: string;
  /** with what it is about, for who hears the buttons alone */
  readonly said: string;
  /** of a form that it opens */
  readonly isOpen?: boolean;
  /** of something that was done once */
  readonly isMore?: boolean;
  readonly onPress: () => void;
}

function Act({ label, said, isOpen, isMore = false, onPress }: ActProps) {
  const look = isMore ? `${styles['link']} ${styles['more']}` : styles['link'];
  return (
    <button type="button" className={look} aria-expanded={isOpen} aria-label={said} onClick={onPress}>
      {label}
    </button>
  );
}
