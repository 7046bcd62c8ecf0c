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
import { acceptDraft, AcceptForm } from './AcceptForm.tsx';
import { ActionForm } from './ActionForm.tsx';
import styles from './FindingCard.module.css';
import { FindingActs, type FormName } from './FindingActs.tsx';
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
  const { selection } = useBoardMap();
  const words = useFindingWords();
  const { run, refused, clear } = useCommands();
  const { finding } = state;
  const { value: form, keep: setForm } = useKept(formDraft(finding), OpenForm, null);
  const drafts = useDrafts();
  const [newest, setNewest] = useState<string | null>(null);
  const source = findingSource(finding);
  const made = map.actions.filter((action) => action.source === source && action.status !== 'dropped');
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
  const toggle = (name: FormName) => {
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
      <FindingActs
        message={message}
        isPrivate={isPrivate}
        isDone={made.length > 0}
        form={form}
        onGo={destination === null ? null : goThere}
        {...(isStrength || isPrivate ? {} : { onForm: toggle })}
      />
      {form === 'action' && <ActionForm ask={ask} source={source} onAdded={setNewest} onClose={() => setForm(null)} />}
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
