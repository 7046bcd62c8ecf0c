/** What somebody was writing about a finding that is solved by now: the action can be added all the same, the reason is theirs. */
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import type { Finding } from '#shared/map/rules/Finding.ts';
import { KeptWords } from '#client/panels/things/KeptWords.tsx';
import { acceptDraft } from './AcceptForm.tsx';
import { ActionForm, actionDraft } from './ActionForm.tsx';
import styles from './FindingsPanel.module.css';
import { findingSource, formDraft, strayForms } from './openForms.ts';

export function StrayForms({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const drafts = useDrafts();
  useSyncExternalStore(drafts.subscribe, drafts.all);
  return strayForms(drafts, findings).map((finding) => {
    const { rule, subject } = finding;
    const source = findingSource(finding);
    if (drafts.get(formDraft(finding)) === 'accept')
      return <KeptWords key={source} name={acceptDraft(rule, subject)} why={t('drafts.findingSolved')} />;
    // a form in which nothing was changed goes with its finding
    if (drafts.get(actionDraft(source)) === undefined) return null;
    return (
      <section key={source} className={styles['stray']} aria-label={t('drafts.findingSolved')}>
        <p>{t('drafts.findingSolved')}</p>
        <ActionForm source={source} onClose={() => drafts.forget(formDraft(finding))} />
      </section>
    );
  });
}
