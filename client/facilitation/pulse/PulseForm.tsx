/** The six sentences to answer; what is chosen stays on this device until it is sent. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { useKept } from '#client/drafts/useKept.ts';
import { Buttons, Quiet } from '#client/facilitation/Part.tsx';
import { sealedDrafts } from '#client/facilitation/activities/sealedDrafts.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { PulseAnswers } from '#shared/wire/SealedRequest.ts';
import { pulseItems } from '#shared/wire/SealedActivity.ts';
import styles from './PulseCard.module.css';
import { pulseText, type PulseItemName } from './pulseText.ts';

const values = [
  { value: 1, word: 'one' },
  { value: 2, word: 'two' },
  { value: 3, word: 'three' },
  { value: 4, word: 'four' },
  { value: 5, word: 'five' },
] as const;
const Given = v.partial(PulseAnswers);
type Given = Partial<Record<PulseItemName, number>>;
const nothing: Given = {};

/** `activity`: its id. */
export function PulseForm({ activity }: { readonly activity: string }) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const { spoken } = useBoardMap();
  const map = useMap();
  const { value: given, keep: setGiven, forget } = useKept<Given>(sealedDrafts.pulse(activity), Given, nothing);
  const [isSending, setSending] = useState(false);
  const { reliability, truth, ability, strength, safe_to_disagree, clear_rules } = given;
  const send = async (): Promise<void> => {
    if (sealed === null) return;
    if (!reliability || !truth || !ability || !strength || !safe_to_disagree || !clear_rules) return;
    setSending(true);
    const answers = { reliability, truth, ability, strength, safe_to_disagree, clear_rules };
    const failure = await sealed.answer(activity, answers);
    setSending(false);
    if (failure !== null) return;
    // what is sent is nobody's to look at any more, not on this screen either
    forget();
    spoken.say(t('sealed.pulse.thanks'));
  };
  const missing = pulseItems.filter((item) => given[item] === undefined).length;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {pulseItems.map((item) => (
        <Scale
          key={item}
          name={`${activity}-${item}`}
          text={pulseText(map, item, t)}
          chosen={given[item]}
          onChoose={(value) => setGiven({ ...given, [item]: value })}
        />
      ))}
      <Buttons>
        <Button type="submit" look="primary" disabled={missing > 0 || isSending || sealed === null}>
          {t('sealed.pulse.send')}
        </Button>
      </Buttons>
      <Quiet>{missing > 0 ? t('sealed.pulse.missing', { count: missing }) : t('sealed.pulse.once')}</Quiet>
    </form>
  );
}

interface ScaleProps {
  readonly name: string;
  readonly text: string;
  readonly chosen: number | undefined;
  readonly onChoose: (value: number) => void;
}

function Scale({ name, text, chosen, onChoose }: ScaleProps) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{text}</legend>
      <div className={styles['scale']}>
        {values.map(({ value, word }) => (
          <label key={value} data-chosen={chosen === value}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={chosen === value}
              aria-label={t('sealed.pulse.value', { value, meaning: t(`sealed.pulse.scale.${word}`) })}
              onChange={() => onChoose(value)}
            />
            <span aria-hidden="true">{value}</span>
          </label>
        ))}
      </div>
      <div className={styles['ends']} aria-hidden="true">
        <span>{t('sealed.pulse.scale.one')}</span>
        <span>{t('sealed.pulse.scale.five')}</span>
      </div>
    </fieldset>
  );
}
