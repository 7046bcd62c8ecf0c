/** What the map tells: coverage in one number, then what to talk about, most urgent first, the rest folded (FIND-4). */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useFindings, useMap } from '#client/map/MapContext.ts';
import { HeldBack } from '#client/panels/things/HeldBack.tsx';
import { AcceptedList } from './AcceptedList.tsx';
import { ActionList } from './ActionList.tsx';
import { FindingCard } from './FindingCard.tsx';
import { isFormOpen } from './openForms.ts';
import { StrayForms } from './StrayForms.tsx';
import styles from './FindingsPanel.module.css';

const shownAtFirst = 3;

export function FindingsPanel({ onCoverage }: { readonly onCoverage: () => void }) {
  const { t } = useTranslation();
  const map = useMap();
  const drafts = useDrafts();
  const { open, percent, accepted } = useFindings();
  const [showsAll, setShowsAll] = useState(false);
  const strengths = open.filter((card) => card.severity === 'strength');
  const others = open.filter((card) => card.severity !== 'strength');
  // a form that somebody has open is not folded away when the order changes
  const shown = others.filter(
    (card, place) =>
      showsAll || place < shownAtFirst || card.findings.some(({ finding }) => isFormOpen(drafts, finding)),
  );
  const restCount = others.length - shownAtFirst;
  return (
    <div className={styles['panel']}>
      {map.interests.length === 0 ? (
        <p className={styles['quiet']}>{t('map.findings.noInterests')}</p>
      ) : (
        <div className={styles['percent']}>
          <strong className={styles['number']}>{percent}%</strong>
          <span className={styles['share']}>
            <span>{t('map.findings.percent')}</span>
            <span className={styles['bar']} aria-hidden="true">
              <span style={{ inlineSize: `${percent}%` }} />
            </span>
          </span>
        </div>
      )}
      {open.length === 0 && <p className={styles['quiet']}>{t('map.findings.empty')}</p>}
      <HeldBack of="actions" />
      <ul className={styles['cards']}>
        {[...shown, ...strengths].map((card) => (
          <li key={`${card.severity} ${card.rule}`}>
            <FindingCard card={card} onCoverage={onCoverage} />
          </li>
        ))}
      </ul>
      {others.length > shownAtFirst && (
        <button
          type="button"
          className={styles['rest']}
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? t('map.findings.less') : t('map.findings.rest', { count: restCount })}
        </button>
      )}
      <StrayForms findings={open.flatMap((card) => card.findings.map(({ finding }) => finding))} />
      <AcceptedList accepted={accepted} />
      <ActionList />
    </div>
  );
}
