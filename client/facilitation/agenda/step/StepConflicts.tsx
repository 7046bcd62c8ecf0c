/** What somebody else did in a step that I have changed, too: mine stands in the form, theirs here, to take or to leave. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Buttons } from '#client/facilitation/Part.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { NotedStep, StepConflict, StepField } from '#shared/workshop/mergeAgenda.ts';
import { activityText } from './activityText.ts';
import styles from './StepForm.module.css';

export interface StepConflictsProps {
  readonly told: readonly StepConflict[];
  readonly onTake: (conflict: StepConflict) => void;
  readonly onLeave: (conflict: StepConflict) => void;
}

export function StepConflicts({ told, onTake, onLeave }: StepConflictsProps) {
  const { t } = useTranslation();
  return told.map((conflict) => (
    <div key={conflict.field ?? 'step'} className={styles['theirs']} role="status">
      <p>{toldOf(conflict, t)}</p>
      <Buttons>
        <Button onClick={() => onTake(conflict)}>{t(`workshop.edit.theirs.${answersOf(conflict).take}`)}</Button>
        <Button look="plain" onClick={() => onLeave(conflict)}>
          {t(`workshop.edit.theirs.${answersOf(conflict).leave}`)}
        </Button>
      </Buttons>
    </div>
  ));
}

function toldOf({ field, theirs }: StepConflict, t: TFunction): string {
  if (theirs === null) return t('workshop.edit.theirs.gone');
  if (field === null) return t('workshop.edit.theirs.back');
  return t(`workshop.edit.theirs.${field}`, { value: valueOf(theirs, field, t) });
}

function answersOf({ field, theirs }: StepConflict) {
  if (field !== null) return { take: 'take', leave: 'leave' } as const;
  return theirs === null
    ? ({ take: 'removeToo', leave: 'leave' } as const)
    : ({ take: 'removeAgain', leave: 'keepIt' } as const);
}

function valueOf(step: NotedStep, field: StepField, t: TFunction): string {
  switch (field) {
    case 'view':
      return t(`workshop.view.${step.view}`);
    case 'stage':
      return t(step.stage === null ? 'workshop.stage.roam' : `workshop.stage.${step.stage}`);
    case 'tools':
      if (step.tools === null) return t('workshop.edit.theirs.allTools');
      if (step.tools.length === 0) return t('workshop.edit.theirs.noTools');
      return step.tools.map((tool) => t(`workshop.tools.${tool}`)).join(', ');
    case 'activity':
      return activityText(step.activity, t);
    case 'note':
      return step.note ?? '';
    default:
      return String(step[field]);
  }
}
