/** What participants may change in a step: the frame apart, since people change it only where a step says so (SESSION-25). */
import { useTranslation } from 'react-i18next';
import { skeletonGroups, type ToolGroup, toolGroups } from '#shared/kinds/toolGroups.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import styles from './StepForm.module.css';

const parts = [
  { name: 'frame', groups: skeletonGroups },
  { name: 'onMap', groups: ['people', 'structure', 'numbers', 'trust', 'cycle', 'actions'] },
  { name: 'beside', groups: ['sheets', 'notes', 'draw'] },
] as const satisfies ReadonlyArray<{ readonly name: string; readonly groups: readonly ToolGroup[] }>;

export interface ToolsFieldProps {
  readonly tools: Step['tools'];
  readonly onTools: (tools: Step['tools']) => void;
}

export function ToolsField({ tools, onTools }: ToolsFieldProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles['tools']}>
      <legend>{t('workshop.edit.tools')}</legend>
      {parts.map(({ name, groups }) => (
        <fieldset key={name}>
          <legend>{t(`workshop.tools.${name}`)}</legend>
          {groups.map((group) => (
            <label key={group} className={styles['check']}>
              <input
                type="checkbox"
                checked={tools === null || tools.includes(group)}
                onChange={(event) => onTools(withTool(tools, group, event.target.checked))}
              />
              {t(`workshop.tools.${group}`)}
            </label>
          ))}
          {name === 'frame' && <p className={styles['hint']}>{t('workshop.tools.frameHint')}</p>}
        </fieldset>
      ))}
    </fieldset>
  );
}

/** All groups chosen is the same as no limit. */
function withTool(tools: Step['tools'], group: ToolGroup, isOn: boolean): Step['tools'] {
  const chosen = toolGroups.filter((one) => (one === group ? isOn : tools === null || tools.includes(one)));
  return chosen.length === toolGroups.length ? null : chosen;
}
