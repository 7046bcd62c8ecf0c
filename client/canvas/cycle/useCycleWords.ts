/** The words of the cycle in the person's language. */
import type { i18n, TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/kinds/values.ts';
import type { ExperimentProps, NoteProps, RoundProps } from './cycleShapes.ts';

export interface CycleWords {
  stage(stage: Stage): string;
  prompt(stage: Stage, number: 1 | 2 | 3 | 4): string;
  notes(count: number, share: number): string;
  roundTitle(round: RoundProps): string;
  roundShort(number: number): string;
  state(isOpen: boolean): string;
  sentence(round: RoundProps): string;
  focus(text: string): string;
  /** What stands at the foot of a note. */
  noteFacts(note: NoteProps): string;
  experimentFacts(experiment: ExperimentProps): {
    readonly state: string;
    readonly when: string;
    readonly owner: string;
  };
  readonly believe: string;
  readonly count: string;
  readonly right: string;
  readonly saw: string;
  readonly unknown: string;
  readonly addNote: string;
  readonly addExperiment: string;
  readonly lane: string;
  readonly now: string;
  readonly emptyNote: string;
  readonly emptyExperiment: string;
}

/** Making them costs more than drawing a shape, so all shapes share them. */
const made = new WeakMap<i18n, { readonly language: string; readonly words: CycleWords }>();

export function useCycleWords(): CycleWords {
  const texts = useTranslation().i18n;
  const { language } = texts;
  const known = made.get(texts);
  if (known?.language === language) return known.words;
  const words = cycleWords(texts.t, language);
  made.set(texts, { language, words });
  return words;
}

function cycleWords(t: TFunction, language: string): CycleWords {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const when = (date: string) => day.format(new Date(`${date}T00:00:00Z`));
  return {
    stage: (stage) => t(`cycle.stage.${stage}`),
    prompt: (stage, number) => t(`cycle.prompts.${stage}.q${number}`),
    notes: (count, share) =>
      count === 0
        ? t('cycle.notes', { count })
        : `${t('cycle.notes', { count })} · ${new Intl.NumberFormat(language, { style: 'percent' }).format(share)}`,
    roundTitle: ({ number, title }) =>
      title.trim() === '' ? t('cycle.round', { number }) : t('cycle.roundTitled', { number, title: title.trim() }),
    roundShort: (number) => t('cycle.round', { number }),
    state: (isOpen) => t(isOpen ? 'cycle.open' : 'cycle.closed'),
    sentence: ({ sentence, isOpen, number }) =>
      sentence.trim() === ''
        ? ''
        : isOpen
          ? t('cycle.carried', { number: number - 1, sentence: sentence.trim() })
          : t('cycle.carries', { sentence: sentence.trim() }),
    focus: (text) => text.trim() || t('cycle.noFocus'),
    noteFacts: ({ tag, votes, level, parked }) =>
      [
        parked ? t('cycle.setAside') : '',
        tag === null ? '' : t(`cycle.tag.${tag}`),
        level === null ? '' : t(`cycle.level.${level}`),
        votes === null ? '' : t('cycle.votes', { count: votes }),
      ]
        .filter((fact) => fact !== '')
        .join(' · '),
    experimentFacts: ({ status, decision, level, endOn, isLate, owner }) => ({
      state: [
        t(`cycle.status.${status}`),
        decision === null ? '' : t(`cycle.decision.${decision}`),
        level === null ? '' : t(`cycle.level.${level}`),
      ]
        .filter((fact) => fact !== '')
        .join(' · '),
      when: endOn === null ? '' : t(isLate ? 'cycle.ended' : 'cycle.until', { when: when(endOn) }),
      owner: owner || t('cycle.noOwner'),
    }),
    believe: t('cycle.believe'),
    count: t('cycle.count'),
    right: t('cycle.right'),
    saw: t('cycle.saw'),
    unknown: t('cycle.unknown'),
    addNote: t('cycle.addNote'),
    addExperiment: t('cycle.addExperiment'),
    lane: t('cycle.lane'),
    now: t('cycle.now'),
    emptyNote: t('cycle.unnamed.note'),
    emptyExperiment: t('cycle.unnamed.experiment'),
  };
}
