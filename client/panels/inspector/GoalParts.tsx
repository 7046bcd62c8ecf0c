/** Beside the goal's fields: its version, sources that disagree, and where it stands against its path. */
import { useTranslation } from 'react-i18next';
import { useBoardMap, useFindings, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './InspectorPanel.module.css';

export function GoalParts() {
  const { t, i18n } = useTranslation();
  const { goal } = useMap();
  const { goalPath } = useFindings();
  const whyNot = useWhyNot();
  const readOnly =
    useReadOnly() ||
    [whyNot('goal', goal.id, 'indicator_id'), whyNot('indicators', null, null)].some((one) => one !== null);
  const { boardMap, selection } = useBoardMap();
  const { run } = useCommands();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const addIndicator = () => {
    const id = boardMap.newId();
    const { unit, direction, data_source } = goal;
    const fields = {
      name: t('map.details.newIndicatorName'),
      role: 'headline',
      level: 'population',
      unit,
      direction,
      data_source,
    } as const;
    const outcome = run([
      { type: 'add', collection: 'indicators', id, fields },
      { type: 'edit', collection: 'goal', id: goal.id, fields: { indicator_id: id } },
    ]);
    if (outcome.ok) selection.open({ collection: 'indicators', id });
  };
  const { indicator_id: indicator } = goal;
  return (
    <div className={styles['notes']}>
      {goalPath !== null && (
        <p>
          {t('map.details.pathWords', {
            latest: number.format(goalPath.latest),
            expected: number.format(goalPath.expected),
            status: t(`map.details.path.${goalPath.status}`),
          })}
        </p>
      )}
      {goal.source_variants.length > 1 && (
        <div>
          <p>{t('map.details.variants')}</p>
          <ul>
            {goal.source_variants.map((one) => (
              <li key={`${one.value} ${one.where}`}>
                {t('map.details.variant', { value: number.format(one.value), unit: one.unit, where: one.where })}
                {one.used && ` (${t('map.details.variantUsed')})`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{t('map.details.version', { version: goal.version })}</p>
      {indicator === null ? !readOnly && <Button onClick={addIndicator}>{t('map.details.newIndicator')}</Button> : null}
      {indicator !== null && (
        <button
          type="button"
          className={styles['link']}
          onClick={() => selection.open({ collection: 'indicators', id: indicator })}
        >
          {t('map.details.measurements')}
        </button>
      )}
    </div>
  );
}
