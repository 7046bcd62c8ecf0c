/** What somebody has chosen in a pulse and not sent yet, and at which sentence they are: both stay on this device, in this tab. */
import * as v from 'valibot';
import { useKept } from '#client/drafts/useKept.ts';
import { sealedDrafts } from '#client/facilitation/activities/sealedDrafts.ts';
import { pulseItems } from '#shared/wire/SealedActivity.ts';
import { PulseAnswers } from '#shared/wire/SealedRequest.ts';
import type { PulseItemName } from './pulseText.ts';

const Given = v.partial(PulseAnswers);
type Given = Partial<Record<PulseItemName, number>>;
const nothing: Given = {};
const Place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(pulseItems.length - 1));

export interface PulseDraft {
  readonly given: Given;
  /** place of the sentence */
  readonly at: number;
  /** All of them, once none is missing. */
  readonly whole: v.InferOutput<typeof PulseAnswers> | null;
  readonly give: (item: PulseItemName, value: number) => void;
  readonly goTo: (at: number) => void;
  readonly forget: () => void;
}

/** `activity`: its id. */
export function usePulseDraft(activity: string): PulseDraft {
  const answers = useKept<Given>(sealedDrafts.pulse(activity), Given, nothing);
  const place = useKept(sealedDrafts.pulseAt(activity), Place, 0);
  const whole = v.safeParse(PulseAnswers, answers.value);
  return {
    given: answers.value,
    at: place.value,
    whole: whole.success ? whole.output : null,
    give: (item, value) => answers.keep({ ...answers.value, [item]: value }),
    goTo: place.keep,
    forget: () => {
      answers.forget();
      place.forget();
    },
  };
}
