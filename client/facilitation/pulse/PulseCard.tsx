/** The trust pulse: six sentences, 1 to 5, sent once. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { useKept } from '#client/drafts/useKept.ts';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { WhoCounts } from '#client/facilitation/activities/WhoCounts.tsx';
import { ActivityEnd } from '#client/facilitation/activities/ActivityEnd.tsx';
import { sealedDrafts } from '#client/facilitation/activities/sealedDrafts.ts';
import { PrivacyNote } from '#client/facilitation/activities/PrivacyNote.tsx';
import { useOwnActivity } from '#client/facilitation/activities/useOwnActivity.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { PulseAnswers } from '#shared/wire/SealedRequest.ts';
import { pulseItems, type PulseActivity } from '#shared/wire/SealedActivity.ts';
import { mayDo } from '#shared/wire/roles.ts';
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

export function PulseCard({ activity }: { readonly activity: PulseActivity }) {
  const { t } = useTranslation();
  const { role, sealed } = useWorkshop();
  const { spoken } = useBoardMap();
  const map = useMap();
  const { answered, abstains } = useOwnActivity(activity.id);
  const { value: given, keep: setGiven, forget } = useKept<Given>(sealedDrafts.pulse(activity.id), Given, nothing);
  const [isSending, setSending] = useState(false);
  const { reliability, truth, ability, strength, safe_to_disagree, clear_rules } = given;
  const send = async (): Promise<void> => {
    if (sealed === null) return;
    if (!reliability || !truth || !ability || !strength || !safe_to_disagree || !clear_rules) return;
    setSending(true);
    const answers = { reliability, truth, ability, strength, safe_to_disagree, clear_rules };
    const failure = await sealed.answer(activity.id, answers);
    setSending(false);
    if (failure !== null) return;
    // what is sent is nobody's to look at any more, not on this screen either
    forget();
    spoken.say(t('sealed.pulse.thanks'));
  };
  const missing = pulseItems.filter((item) => given[item] === undefined).length;
  const isFacilitator = mayDo(role, 'administer');
  return (
    <Part
      title={t('sealed.pulse.title')}
      fact={t('sealed.pulse.turnout', { responded: activity.responded, of: activity.invited })}
    >
      <PrivacyNote>{t('sealed.pulse.told', { minimum: activity.minimum })}</PrivacyNote>
      <WhoCounts activity={activity} needed={activity.minimum} />
      {answered && <p className={styles['thanks']}>{t('sealed.pulse.thanks')}</p>}
      {mayDo(role, 'edit') && !answered && !abstains && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          {pulseItems.map((item) => (
            <fieldset key={item}>
              <legend>{pulseText(map, item, t)}</legend>
              <div className={styles['scale']}>
                {values.map(({ value, word }) => (
                  <label key={value} data-chosen={given[item] === value}>
                    <input
                      type="radio"
                      className="visually-hidden"
                      name={`${activity.id}-${item}`}
                      checked={given[item] === value}
                      aria-label={t('sealed.pulse.value', { value, meaning: t(`sealed.pulse.scale.${word}`) })}
                      onChange={() => setGiven({ ...given, [item]: value })}
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
          ))}
          <Buttons>
            <Button type="submit" look="primary" disabled={missing > 0 || isSending || sealed === null}>
              {t('sealed.pulse.send')}
            </Button>
          </Buttons>
          <Quiet>{missing > 0 ? t('sealed.pulse.missing', { count: missing }) : t('sealed.pulse.once')}</Quiet>
        </form>
      )}
      {isFacilitator && !answered && (
        <Buttons>
          <Button aria-pressed={abstains} onClick={() => void sealed?.abstain(activity.id, !abstains)}>
            {t(abstains ? 'sealed.takePart' : 'sealed.abstain')}
          </Button>
        </Buttons>
      )}
      {isFacilitator && <ActivityEnd activity={activity} />}
    </Part>
  );
}
