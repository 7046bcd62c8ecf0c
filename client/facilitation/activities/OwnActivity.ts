/** My part in an open activity as a screen shows it: what the server holds, with what was done here on top. */
import type { Dots, OwnIdea, SealedMine } from '#shared/wire/SealedRequest.ts';
import { withDots } from '#shared/workshop/votes.ts';
import type { OwnChange } from './OwnChange.ts';

export interface OwnIdeaShown extends OwnIdea {
  /** not on the server yet */
  readonly isWaiting: boolean;
}

export interface OwnActivity {
  readonly ideas: readonly OwnIdeaShown[];
  readonly dots: Dots;
  /** the dots as shown are not on the server yet */
  readonly isWaiting: boolean;
  readonly abstains: boolean;
  readonly answered: boolean;
}

export const emptyOwn: OwnActivity = { ideas: [], dots: {}, isWaiting: false, abstains: false, answered: false };

/** `held` is undefined until the server told. Acts that are in it already (their answer was lost) are not shown twice. */
export function shownOwn(held: SealedMine | undefined, acts: readonly OwnChange[]): OwnActivity {
  const start: OwnActivity =
    held === undefined
      ? emptyOwn
      : {
          ideas: held.ideas.map((idea) => ({ ...idea, isWaiting: false })),
          dots: held.dots ?? {},
          isWaiting: false,
          abstains: held.abstains,
          answered: held.answered,
        };
  return acts
    .filter((act) => act.kind === 'remove' || held?.changes.includes(act.change) !== true)
    .reduce(withAct, start);
}

function withAct(own: OwnActivity, act: OwnChange): OwnActivity {
  switch (act.kind) {
    case 'dots':
      return { ...own, dots: withDots(own.dots, act.by), isWaiting: true };
    case 'remove':
      return { ...own, ideas: own.ideas.filter(({ id }) => id !== act.idea) };
    case 'write': {
      const idea = { id: act.idea, text: act.text, version: act.from + 1, isWaiting: true };
      const isThere = own.ideas.some(({ id }) => id === act.idea);
      return {
        ...own,
        ideas: isThere ? own.ideas.map((one) => (one.id === act.idea ? idea : one)) : [...own.ideas, idea],
      };
    }
  }
}
