/** The problem-solving cycle in words: one round at a time with its stages, notes, lines and experiments, and a full way of working. */
import { useTranslation } from 'react-i18next';
import { type Stage, stages } from '#shared/kinds/values.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { HeldBack } from '#client/panels/things/HeldBack.tsx';
import { CompareRounds } from './CompareRounds.tsx';
import type { CycleActs } from './cycleMenu.ts';
import styles from './CyclePanel.module.css';
import { ExperimentSection } from './ExperimentSection.tsx';
import { FirstRound } from './FirstRound.tsx';
import { RoundEnd } from './RoundEnd.tsx';
import { RoundHead } from './RoundHead.tsx';
import { StageSection } from './StageSection.tsx';
import { StageShares } from './StageShares.tsx';
import { useRound } from './useRound.ts';

export interface CyclePanelProps {
  /** The stage that the workshop runs now; null = people roam. */
  readonly litStage: Stage | null;
}

export function CyclePanel({ litStage }: CyclePanelProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { boardMap, selection } = useBoardMap();
  const { run, refused } = useCommands();
  const whyNot = useWhyNot();
  const { round, main, turnTo } = useRound();
  const acts: CycleActs = {
    map,
    t,
    newId: () => boardMap.newId(),
    run: (commands, done) => run(commands, done).ok,
    open: (ref) => selection.open(ref),
    choose: (ref) => selection.choose([ref]),
    whyNot,
  };
  if (!round) return <FirstRound />;
  return (
    <div className={styles['panel']}>
      <RoundHead round={round} main={main} onRound={turnTo} />
      {refused !== null && (
        <p role="alert" className={styles['refused']}>
          {refused}
        </p>
      )}
      {round.status === 'open' && <HeldBack of="notes" />}
      <StageShares round={round.number} />
      {stages.map((stage) => (
        <div key={stage} className={styles['part']}>
          {stage === 'analyzing_reflecting' && (
            <ExperimentSection round={round} hasHomeless={round === main} acts={acts} />
          )}
          <StageSection
            key={`${round.id} ${stage}`}
            round={round}
            stage={stage}
            isLit={litStage === stage && round.status === 'open'}
            acts={acts}
          />
        </div>
      ))}
      <RoundEnd key={round.id} round={round} onRound={turnTo} />
      <CompareRounds />
      <details className={styles['more']}>
        <summary>{t('cycle.panel.keysTitle')}</summary>
        <p className={styles['quiet']}>{t('cycle.panel.keys')}</p>
      </details>
    </div>
  );
}
