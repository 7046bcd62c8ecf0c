/** The experiments of a round, between solution-finding and analyzing, with all that is known and missing in words. */
import { Plus } from '#client/ui/icons/Plus.tsx';
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useBoardMap, useReadOnly } from '#client/map/MapContext.ts';
import { useMay } from '#client/map/useMay.ts';
import { Button } from '#client/ui/Button.tsx';
import { entityName } from '#client/panels/things/entityName.ts';
import { type CycleActs, experimentMenu, removeAct } from './cycleMenu.ts';
import styles from './CyclePanel.module.css';
import { experimentFacts } from './cycleWords.ts';
import { WorkRow } from './WorkRow.tsx';

export interface ExperimentSectionProps {
  readonly round: EntityOf<'iterations'>;
  /** Experiments that belong to no round are shown with this one, too. */
  readonly hasHomeless: boolean;
  readonly acts: CycleActs;
}

export function ExperimentSection({ round, hasHomeless, acts }: ExperimentSectionProps) {
  const { t, i18n } = useTranslation();
  const readOnly = useReadOnly();
  const mayAdd = useMay()('experiments', null, null);
  const { boardMap } = useBoardMap();
  const { map } = acts;
  const experiments = map.experiments.filter(
    (one) => one.iteration === round.number || (hasHomeless && one.iteration === null),
  );
  const add = () => {
    const id = acts.newId();
    const title = t('cycle.panel.newExperiment');
    const fields = { iteration: round.number, title };
    if (acts.run([{ type: 'add', collection: 'experiments', id, fields }], t('cycle.panel.experimentMade', { title })))
      acts.open({ collection: 'experiments', id });
  };
  return (
    <section aria-labelledby="cycle-experiments" className={styles['stage']} data-stage="experiments">
      <h3 id="cycle-experiments" className={styles['stageName']}>
        {t('cycle.panel.experiments')}
      </h3>
      <p className={styles['quiet']}>
        {t(experiments.length === 0 ? 'cycle.panel.noExperiments' : 'cycle.panel.experimentsHint')}
      </p>
      <ul className={styles['rows']}>
        {experiments.map((one) => (
          <WorkRow
            key={one.id}
            workRef={{ collection: 'experiments', id: one.id }}
            name={entityName(map, { collection: 'experiments', id: one.id }, t)}
            facts={experimentFacts(map, one, boardMap.today(), t, i18n.language)}
            entries={readOnly ? null : () => experimentMenu(acts, one)}
            keys={readOnly ? {} : { Delete: () => removeAct(acts, { collection: 'experiments', id: one.id }) }}
          />
        ))}
      </ul>
      {mayAdd && round.status === 'open' && (
        <Button icon={<Plus aria-hidden="true" />} onClick={add}>
          {t('cycle.panel.addExperiment')}
        </Button>
      )}
    </section>
  );
}
