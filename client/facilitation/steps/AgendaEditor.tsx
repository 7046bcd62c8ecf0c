/** The agenda as a facilitator writes it: steps with their minutes and words, put in order, saved as a whole. */
import { Plus } from '#client/ui/icons/Plus.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { randomLetters } from '#client/ui/text/randomText.ts';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import type { StepConflict } from '#shared/workshop/mergeAgenda.ts';
import { skeletonGroups, toolGroups } from '#shared/kinds/toolGroups.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { StepConflicts } from './StepConflicts.tsx';
import { StepForm } from './StepForm.tsx';
import { useAgendaDraft } from './useAgendaDraft.ts';
import styles from './AgendaEditor.module.css';

export function AgendaEditor({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { agenda, step: running } = useWorkshopState();
  const draft = useAgendaDraft((now) => (now.length === 0 ? [newStep([])] : now));
  const { steps, told, change: setSteps } = draft;
  const [open, setOpen] = useState<string | null>(() => (agenda.length === 0 ? (steps[0]?.id ?? null) : null));
  const [spoken, setSpoken] = useState('');
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  const isUnnamed = steps.some((step) => isBlank(step.title));
  const move = (index: number, by: -1 | 1): void => {
    const next = [...steps];
    const [step] = next.splice(index, 1);
    if (step === undefined) return;
    next.splice(index + by, 0, step);
    setSteps(next);
    setSpoken(t('workshop.edit.moved', { title: step.title, place: index + by + 1, steps: next.length }));
  };
  const save = async (): Promise<void> => {
    const agendaNow = steps.map((step) => ({ ...step, title: step.title.trim() }));
    if ((await ask({ do: 'setAgenda', agenda: agendaNow, from: draft.from })) === null) done();
  };
  const done = (): void => {
    draft.forget();
    onDone();
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
    <Part title={t('workshop.edit.title')} fact={t('workshop.choose.facts', { minutes, count: steps.length })}>
      <ol className={styles['steps']}>
        {steps.map((step, index) => (
          <li key={step.id}>
            <StepForm
              step={step}
              number={index + 1}
              isRunning={step.id === running}
              isOpen={open === step.id}
              isFirst={index === 0}
              isLast={index === steps.length - 1}
              onOpen={() => setOpen(open === step.id ? null : step.id)}
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
      <Button
        icon={<Plus aria-hidden="true" />}
        onClick={() => {
          const step = newStep(steps);
          setSteps([...steps, step]);
          setOpen(step.id);
        }}
      >
        {t('workshop.edit.add')}
      </Button>
      {draft.takenIn > 0 && <Quiet>{t('workshop.edit.theirs.takenIn')}</Quiet>}
      {isUnnamed && <Quiet>{t('workshop.edit.unnamed')}</Quiet>}
      <Buttons>
        <Button look="primary" disabled={isUnnamed || steps.length === 0} onClick={() => void save()}>
          {t('common.save')}
        </Button>
        <Button look="plain" onClick={done}>
          {t('common.cancel')}
        </Button>
      </Buttons>
      <LiveRegion text={spoken} />
      <LiveRegion text={draft.takenIn > 0 ? t('workshop.edit.theirs.takenIn') : ''} />
    </Part>
  );
}

/** The frame is changed in steps that are made for it (SESSION-25). */
const usualTools = toolGroups.filter((group) => !skeletonGroups.some((one) => one === group));

function newStep(steps: readonly Step[]): Step {
  const id = `s${randomLetters(6)}`;
  if (steps.some((step) => step.id === id)) return newStep(steps);
  return { id, title: '', minutes: 10, instruction: '', view: 'frame', stage: null, tools: usualTools };
}
