/** The agenda as a facilitator writes it: steps with their minutes and words, put in order, saved as a whole. */
import type { TFunction } from 'i18next';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { randomLetters } from '#client/ui/text/randomText.ts';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import type { NotedStep } from '#shared/workshop/mergeAgenda.ts';
import { splitNotes } from '#shared/workshop/agendaNotes.ts';
import { skeletonGroups, toolGroups } from '#shared/kinds/toolGroups.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { isAgendaTooLong } from '#shared/wire/WorkshopCommand.ts';
import { agendaLimits } from '#shared/wire/WorkshopState.ts';
import { StepList } from './StepList.tsx';
import { finishedActivity, lacksWords } from './step/newStepActivity.ts';
import { useAgendaDraft } from './useAgendaDraft.ts';
import { type NotedAgenda, useNotedAgenda } from './useNotes.ts';

interface AgendaEditorProps {
  readonly onDone: () => void;
}

export function AgendaEditor({ onDone }: AgendaEditorProps) {
  const { t } = useTranslation();
  const noted = useNotedAgenda();
  // what is saved has all notes in it, so they are read before anything is changed
  const [first, setFirst] = useState(noted);
  if (first === null && noted !== null) setFirst(noted);
  if (first === null) return <Quiet>{t('workshop.edit.reading')}</Quiet>;
  return <Editor onDone={onDone} first={first} />;
}

function Editor({ onDone, first }: AgendaEditorProps & { readonly first: NotedAgenda }) {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { agenda } = useWorkshopState();
  const draft = useAgendaDraft(first, (now) => (now.length === 0 ? [newStep([])] : now));
  const { steps } = draft;
  const [open, setOpen] = useState<string | null>(() => (agenda.length === 0 ? (steps[0]?.id ?? null) : null));
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  const finished = finishedAgenda(steps);
  const hindrance = hindranceOf(steps, t);
  const save = async (): Promise<void> => {
    if ((await ask({ do: 'setAgenda', ...splitNotes(finished), from: draft.from })) === null) done();
  };
  const done = (): void => {
    draft.forget();
    onDone();
  };
  return (
    <Part title={t('workshop.edit.title')} fact={t('workshop.choose.facts', { minutes, count: steps.length })}>
      <StepList draft={draft} open={open} onOpen={setOpen} />
      <Button
        icon={<Plus aria-hidden="true" />}
        disabled={steps.length >= agendaLimits.steps}
        onClick={() => {
          const step = newStep(steps);
          draft.change([...steps, step]);
          setOpen(step.id);
        }}
      >
        {t('workshop.edit.add')}
      </Button>
      {draft.takenIn > 0 && <Quiet>{t('workshop.edit.theirs.takenIn')}</Quiet>}
      {hindrance !== null && <Quiet>{hindrance}</Quiet>}
      <Buttons>
        <Button look="primary" disabled={hindrance !== null || steps.length === 0} onClick={() => void save()}>
          {t('common.save')}
        </Button>
        <Button look="plain" onClick={done}>
          {t('common.cancel')}
        </Button>
      </Buttons>
      <LiveRegion text={draft.takenIn > 0 ? t('workshop.edit.theirs.takenIn') : ''} />
    </Part>
  );
}

/** Why it cannot be saved as it is; null where it can. */
function hindranceOf(steps: readonly NotedStep[], t: TFunction): string | null {
  if (steps.some((step) => isBlank(step.title))) return t('workshop.edit.unnamed');
  const unasked = steps.find((step) => lacksWords(step.activity));
  if (unasked !== undefined) return t('workshop.edit.unasked', { title: unasked.title });
  return isAgendaTooLong(splitNotes(finishedAgenda(steps))) ? t('workshop.edit.tooLong') : null;
}

function finishedAgenda(steps: readonly NotedStep[]): readonly NotedStep[] {
  return steps.map((step) => ({ ...step, title: step.title.trim(), activity: finishedActivity(step.activity) }));
}

/** The frame is changed in steps that are made for it (SESSION-25). */
const usualTools = toolGroups.filter((group) => !skeletonGroups.some((one) => one === group));

function newStep(steps: readonly NotedStep[]): NotedStep {
  const id = `s${randomLetters(6)}`;
  if (steps.some((step) => step.id === id)) return newStep(steps);
  return { id, title: '', minutes: 10, instruction: '', view: 'frame', stage: null, tools: usualTools, activity: null };
}
