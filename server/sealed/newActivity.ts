/** An activity as it begins: what was announced, and nobody has taken part yet. */
import type { OpenActivity } from '#shared/wire/SealedRequest.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';

/** `minimum`: answers of people who count below which a pulse is never shown. */
export function newActivity(asked: OpenActivity, minimum: number, nowMs: number): SealedActivity {
  const ofStep = asked.step === undefined ? {} : { step: asked.step };
  const common = { id: asked.id, status: 'open', openedAt: nowMs, closedAt: null, ...ofStep } as const;
  switch (asked.kind) {
    case 'ideas': {
      const { prompt, named, target } = asked;
      return { kind: 'ideas', ...common, prompt, named, target, ideas: 0, writers: 0, counted: 0 };
    }
    case 'vote': {
      const { question, options, dots, cap } = asked;
      return { kind: 'vote', ...common, question, options, dots, cap, cast: 0, counted: 0, invited: 0, totals: null };
    }
    case 'pulse':
      return { kind: 'pulse', ...common, responded: 0, counted: 0, invited: 0, minimum, counts: null };
  }
}
