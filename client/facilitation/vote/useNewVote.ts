/** A vote that is being put together: kept on this device until it starts or is given up. */
import { useState } from 'react';
import { useKept } from '#client/drafts/useKept.ts';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { suggestedCap, suggestedDots } from '#shared/workshop/votes.ts';
import type { StartVoteProps } from './StartVote.tsx';
import { useChosenOptions } from './useChosenOptions.ts';
import { asRows, emptyRow, ofBegunStep, VoteDraft, voteDraftName } from './voteDraft.ts';

const { minOptions, maxOptions } = sealedLimits;

export interface NewVote {
  readonly draft: VoteDraft;
  /** dots of everybody, and how many of them one option may get */
  readonly budget: number;
  readonly most: number;
  readonly isReady: boolean;
  readonly change: (change: Partial<VoteDraft>) => void;
  readonly start: () => Promise<void>;
  readonly giveUp: () => void;
}

export function useNewVote({ newId, onDone }: StartVoteProps): NewVote {
  const { sealed } = useWorkshop();
  const state = useWorkshopState();
  const chosen = useChosenOptions();
  const {
    value: draft,
    keep,
    forget,
  } = useKept(voteDraftName, VoteDraft, () => ({
    question: '',
    rows: chosen.length >= minOptions ? [...asRows(chosen, newId)] : [emptyRow(newId), emptyRow(newId)],
    dots: null,
    cap: null,
    abstains: false,
    begun: null,
  }));
  const { question, rows, dots, cap, abstains, begun } = draft;
  const giveUp = (): void => {
    forget();
    onDone();
  };
  const [isStarting, setStarting] = useState(false);
  const filled = rows.filter(({ label }) => !isBlank(label));
  const budget = dots ?? suggestedDots(filled.length);
  const most = Math.min(budget, cap ?? suggestedCap);
  const hasOptions = filled.length >= minOptions && filled.length <= maxOptions;
  const isReady = !isBlank(question) && hasOptions && sealed !== null && !isStarting;
  const start = async (): Promise<void> => {
    if (sealed === null || !isReady) return;
    setStarting(true);
    const options = filled.map(({ label, ref }, index) => ({ id: `o${index + 1}`, label: label.trim(), ref }));
    const failure = await sealed.open({
      kind: 'vote',
      ...ofBegunStep(begun, state, newId),
      question: question.trim(),
      options,
      dots: budget,
      cap: most,
      abstain: abstains,
    });
    setStarting(false);
    if (failure === null) giveUp();
  };
  return { draft, budget, most, isReady, start, giveUp, change: (change) => keep({ ...draft, ...change }) };
}
