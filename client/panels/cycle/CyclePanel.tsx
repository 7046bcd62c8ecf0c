/** The problem-solving cycle in words: one round at a time with its stages, notes, lines and experiments, and a full way of working. */
import { Orbit } from '#client/ui/icons/Orbit.tsx';
import { Pencil } from '#client/ui/icons/Pencil.tsx';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';
import { useBoardMap, useMap, useReadOnly, useSelection } from '#client/map/MapContext.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { Button } from '#client/ui/Button.tsx';
import { entityName } from '#client/panels/things/entityName.ts';
import { CompareRounds } from './CompareRounds.tsx';
import type { CycleActs } from './cycleMenu.ts';
import styles from './CyclePanel.module.css';
import { roundDays } from './cycleWords.ts';
import { ExperimentSection } from './ExperimentSection.tsx';
import { RoundEnd } from './RoundEnd.tsx';
import { StageSection } from './StageSection.tsx';
import { StageShares } from './StageShares.tsx';

export interface CyclePanelProps {
  /** The stage that the workshop runs now; null = people roam. */
  readonly litStage: Stage | null;
}

export function CyclePanel({ litStage }: CyclePanelProps) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const { boardMap, selection } = useBoardMap();
  const { run, refused } = useCommands();
  const chosen = useSelection();
  const [wanted, setWanted] = useState<string | null>(() => roundOf(map, selection.chosen()[0] ?? null));
  const chosenRound = roundOf(map, chosen);
  // What is chosen on the canvas brings its round; whoever then turns to another round keeps that.
  useEffect(() => {
    if (chosenRound !== null) setWanted(chosenRound);
  }, [chosenRound]);

  const open = map.iterations.filter(({ status }) => status === 'open');
  const main = open.at(-1) ?? map.iterations.at(-1);
  const newest = map.iterations.at(-1)?.id ?? null;
  const [known, setKnown] = useState(newest);
  // A round that begins now brings everybody who has the panel open.
  if (known !== newest) {
    setKnown(newest);
    setWanted(newest);
  }
  const round = map.iterations.find(({ id }) => id === wanted) ?? main;
  const acts: CycleActs = {
    map,
    t,
    newId: () => boardMap.newId(),
    run: (commands, done) => run(commands, done).ok,
    open: (ref) => selection.open(ref),
    choose: (ref) => selection.choose([ref]),
  };

  if (!round)
    return (
      <div className={styles['panel']}>
        <p>{t('cycle.panel.invitation')}</p>
        {readOnly ? (
          <p className={styles['quiet']}>{t('cycle.panel.nobody')}</p>
        ) : (
          <Button
            look="primary"
            onClick={() => {
              const done = run([{ type: 'startRound', fields: {} }], t('cycle.panel.started', { number: 1 }));
              if (done.ok) requestAnimationFrame(() => selection.reveal({ collection: 'iterations', id: done.id }));
            }}
          >
            {t('cycle.panel.startFirst')}
          </Button>
        )}
      </div>
    );

  const ref = { collection: 'iterations', id: round.id } as const;
  const before = map.iterations.find(({ number }) => number === round.carries_from);
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <label className={styles['choose']}>
          <span className="visually-hidden">{t('cycle.panel.round')}</span>
          <select value={round.id} onChange={(event) => setWanted(event.target.value)}>
            {map.iterations.toReversed().map((one) => {
              const name = entityName(map, { collection: 'iterations', id: one.id }, t);
              return (
                <option key={one.id} value={one.id}>
                  {t(one.status === 'open' ? 'cycle.panel.roundOpen' : 'cycle.panel.roundClosed', { name })}
                </option>
              );
            })}
          </select>
        </label>
        {main && main !== round && main.status === 'open' && (
          <Button onClick={() => setWanted(main.id)}>{t('cycle.panel.toOpen', { number: main.number })}</Button>
        )}
        <p className={styles['question']}>{round.focus_question.trim() || t('cycle.panel.noFocus')}</p>
        {before && before.carried_insight.trim() !== '' && (
          <p className={styles['quiet']}>{t('cycle.panel.carried', { sentence: before.carried_insight.trim() })}</p>
        )}
        <p className={styles['quiet']}>{roundDays(round, t, i18n.language)}</p>
        <div className={styles['answers']}>
          <Button icon={<Orbit aria-hidden="true" />} onClick={() => selection.reveal(ref)}>
            {t('cycle.panel.show')}
          </Button>
          {!readOnly && (
            <Button icon={<Pencil aria-hidden="true" />} onClick={() => selection.open(ref)}>
              {t('cycle.panel.details')}
            </Button>
          )}
        </div>
      </header>
      {refused !== null && (
        <p role="alert" className={styles['refused']}>
          {refused}
        </p>
      )}
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
      <RoundEnd key={round.id} round={round} onRound={setWanted} />
      <CompareRounds />
      <details className={styles['more']}>
        <summary>{t('cycle.panel.keysTitle')}</summary>
        <p className={styles['quiet']}>{t('cycle.panel.keys')}</p>
      </details>
    </div>
  );
}

/** The round that a thing belongs to. */
function roundOf(map: PartnershipMap, ref: EntityRef | null): string | null {
  if (ref === null) return null;
  if (ref.collection === 'iterations') return map.iterations.some(({ id }) => id === ref.id) ? ref.id : null;
  const number =
    ref.collection === 'notes'
      ? map.notes.find(({ id }) => id === ref.id)?.iteration
      : ref.collection === 'experiments'
        ? map.experiments.find(({ id }) => id === ref.id)?.iteration
        : undefined;
  return map.iterations.find((round) => round.number === number)?.id ?? null;
}
