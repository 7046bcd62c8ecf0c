/** The steps of an agenda that is being changed, in their order, each with what somebody else did in it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import type { StepConflict } from '#shared/workshop/mergeAgenda.ts';
import styles from './AgendaEditor.module.css';
import { StepConflicts } from './step/StepConflicts.tsx';
import { StepForm } from './step/StepForm.tsx';
import type { AgendaDraft } from './useAgendaDraft.ts';

export interface StepListProps {
  readonly draft: AgendaDraft;
  /** of which all fields are shown */
  readonly open: string | null;
  readonly onOpen: (step: string | null) => void;
}

export function StepList({ draft, open, onOpen }: StepListProps) {
  const { t } = useTranslation();
  const { step: running } = useWorkshopState();
  const { steps, told, change: setSteps } = draft;
  const [spoken, setSpoken] = useState('');
  const move = (index: number, by: -1 | 1): void => {
    const next = [...steps];
    const [step] = next.splice(index, 1);
    if (step === undefined) return;
    next.splice(index + by, 0, step);
    setSteps(next);
    setSpoken(t('workshop.edit.moved', { title: step.title, place: index + by + 1, steps: next.length }));
  };
  const take = (conflict: StepConflict): void => {
    const { step: id, field, theirs } = conflict;
    const left =
      field === null || theirs === null
        ? steps.filter((one) => one.id !== id)
        : steps.map((one) => (one.id === id ? { ...one, [field]: theirs[field] } : one));
    draft.change(left, conflict);
  };
  return (
    <>
      <ol className={styles['steps']}>
        {steps.map((step, index) => (
          <li key={step.id}>
            <StepForm
              step={step}
              earlier={steps.slice(0, index)}
              number={index + 1}
              isRunning={step.id === running}
              isOpen={open === step.id}
              isFirst={index === 0}
              isLast={index === steps.length - 1}
              onOpen={() => onOpen(open === step.id ? null : step.id)}
              onChange={(change) => setSteps(steps.map((one) => (one.id === step.id ? { ...one, ...change } : one)))}
              onMove={(by) => move(index, by)}
              onRemove={() => setSteps(steps.filter((one) => one.id !== step.id))}
            />
            <StepConflicts
              told={told.filter((one) => one.step === step.id && !(one.field === null && step.id === running))}
              onTake={take}
              onLeave={(conflict) => draft.change(steps, conflict)}
            />
          </li>
        ))}
      </ol>
      <LiveRegion text={spoken} />
    </>
  );
}
