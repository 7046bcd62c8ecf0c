/** The six sentences, one at a time: nothing goes on by itself, and all answers are sent at once after the last. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { pulseItems } from '#shared/wire/SealedActivity.ts';
import styles from './PulseForm.module.css';
import { PulseScale } from './PulseScale.tsx';
import { pulseText } from './pulseText.ts';
import { type PulseDraft, usePulseDraft } from './usePulseDraft.ts';

const last = pulseItems.length - 1;

/** `activity`: its id. */
export function PulseForm({ activity }: { readonly activity: string }) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const { spoken } = useBoardMap();
  const map = useMap();
  const draft = usePulseDraft(activity);
  const [isSending, setSending] = useState(false);
  const { at, given, whole } = draft;
  const item = pulseItems[at] ?? 'reliability';
  const sentence = useFocusOnMove(at);
  const missing = pulseItems.filter((one) => given[one] === undefined).length;
  const send = async (): Promise<void> => {
    if (sealed === null || whole === null || isSending) return;
    setSending(true);
    const failure = await sealed.answer(activity, whole);
    setSending(false);
    if (failure !== null) return;
    // what is sent is nobody's to look at any more, not on this screen either
    draft.forget();
    spoken.say(t('sealed.pulse.thanks'));
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={styles['progress']}>
        <p>{t('sealed.pulse.sentence', { number: at + 1, of: pulseItems.length })}</p>
        <span aria-hidden="true">
          {pulseItems.map((one, place) => (
            <i key={one} data-given={given[one] !== undefined} data-here={place === at} />
          ))}
        </span>
      </div>
      <PulseScale
        key={item}
        ref={sentence}
        name={`${activity}-${item}`}
        text={pulseText(map, item, t)}
        chosen={given[item]}
        onChoose={(value) => draft.give(item, value)}
      />
      <Ways draft={draft} isGiven={given[item] !== undefined} isSending={isSending || sealed === null} />
      {missing > 0 && at === last && (
        <p className={styles['missing']}>{t('sealed.pulse.missing', { count: missing })}</p>
      )}
    </form>
  );
}

interface WaysProps {
  readonly draft: PulseDraft;
  /** The sentence that stands there has its answer. */
  readonly isGiven: boolean;
  readonly isSending: boolean;
}

/** Back, past it, on; after all are answered on the last one, or wherever one goes back to, the way to send them. */
function Ways({ draft: { at, given, whole, goTo }, isGiven, isSending }: WaysProps) {
  const { t } = useTranslation();
  const onward = (): void => {
    if (at < last) return goTo(at + 1);
    const open = pulseItems.findIndex((item) => given[item] === undefined);
    goTo(open === -1 ? at : open);
  };
  return (
    <div className={styles['ways']}>
      <Button aria-disabled={at === 0} onClick={() => at > 0 && goTo(at - 1)}>
        {t('sealed.pulse.back')}
      </Button>
      {whole === null ? (
        <>
          <Button onClick={onward}>{t('sealed.pulse.skip')}</Button>
          <Button look="primary" aria-disabled={!isGiven} onClick={() => isGiven && onward()}>
            {t('sealed.pulse.next')}
          </Button>
        </>
      ) : (
        <>
          {at < last && <Button onClick={onward}>{t('sealed.pulse.next')}</Button>}
          <Button type="submit" look="primary" disabled={isSending} className={styles['send']}>
            {t('sealed.pulse.send')}
          </Button>
        </>
      )}
    </div>
  );
}

/** Whoever goes on hears and sees the next sentence; nobody is taken to the first one. */
function useFocusOnMove(at: number) {
  const sentence = useRef<HTMLLegendElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) sentence.current?.focus({ preventScroll: false });
    before.current = at;
  }, [at]);
  return sentence;
}
