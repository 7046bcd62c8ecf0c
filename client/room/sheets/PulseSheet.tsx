/** One sentence of the trust pulse at a time: how many say no, are in between, say yes; below its minimum only how many answered. */
import { useTranslation } from 'react-i18next';
import { pulseText } from '#client/facilitation/pulse/pulseText.ts';
import { useActivities } from '#client/facilitation/WorkshopContext.ts';
import { useFindings, useMap } from '#client/map/MapContext.ts';
import { meanText } from '#shared/map/readings/meanText.ts';
import { shownPulses } from '#shared/map/readings/pulse.ts';
import { type PulseActivity, pulseItems } from '#shared/wire/SealedActivity.ts';
import type { BigSheet } from '#shared/wire/showing/views.ts';
import { PulseColumns } from './PulseColumns.tsx';
import { type PulseReading, readPulse } from './pulseReading.ts';
import { SheetFrame, SheetNothing } from './SheetFrame.tsx';
import styles from './PulseSheet.module.css';

type Sheet = Extract<BigSheet, { kind: 'pulse' }>;

export function PulseSheet({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const map = useMap();
  const pulse = useActivities().find(({ id }) => id === sheet.activity);
  if (pulse?.kind !== 'pulse' || pulse.status === 'open')
    return <SheetNothing title={t(pulse === undefined ? 'roomScreen.gone' : 'roomScreen.nothingYet')} />;
  const { counts, responded, invited, minimum } = pulse;
  const number = {
    figure: String(responded),
    words: t('roomScreen.pulse.answered', { count: Math.max(responded, invited) }),
  };
  if (counts === null)
    return (
      <SheetFrame over={t('roomScreen.question.pulse')} title={t('roomScreen.question.pulseTitle')} number={number}>
        {pulse.status === 'discarded' ? (
          <SheetNothing title={t('roomScreen.pulse.discarded')} />
        ) : (
          <SheetNothing
            title={t('roomScreen.pulse.tooFew')}
            hint={t('roomScreen.pulse.tooFewHint', { count: minimum })}
          />
        )}
      </SheetFrame>
    );
  const reading = readPulse(counts[sheet.item] ?? []);
  const over = t('roomScreen.pulse.over', { item: pulseItems.indexOf(sheet.item) + 1, items: pulseItems.length });
  const title = t('roomScreen.pulse.quoted', { sentence: pulseText(map, sheet.item, t) });
  return <Shown pulse={pulse} sheet={sheet} reading={reading} over={over} title={title} number={number} />;
}

interface ShownProps {
  readonly pulse: PulseActivity;
  readonly sheet: Sheet;
  readonly reading: PulseReading;
  readonly over: string;
  readonly title: string;
  readonly number: { readonly figure: string; readonly words: string };
}

function Shown({ pulse, sheet, reading, over, title, number }: ShownProps) {
  const { t, i18n } = useTranslation();
  const before = useEarlier(pulse, sheet.item);
  const earlier = before?.reading.mean ?? null;
  const mean = (value: number): string => meanText(value, i18n.language);
  const means =
    reading.mean === null
      ? []
      : earlier === null
        ? [t('roomScreen.pulse.mean', { mean: mean(reading.mean) })]
        : [t('roomScreen.pulse.meanWas', { mean: mean(reading.mean), before: mean(earlier) })];
  const scale = [t('roomScreen.pulse.scale'), ...(reading.isFew ? [t('roomScreen.pulse.scaleFew')] : [])];
  const highest = Math.max(
    ...[reading, before?.reading].flatMap((one) => one?.columns.map(({ count }) => count) ?? []),
  );
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <SheetFrame
      over={over}
      title={title}
      number={number}
      notes={[...scale, ...means]}
      foot={t('roomScreen.pulse.kept', { count: pulse.minimum })}
    >
      <div className={styles['pulse']}>
        <PulseColumns reading={reading} highest={highest} />
        <div className={styles['beside']}>
          <p className={styles['word']} data-divided={reading.isDivided || undefined} data-now>
            {t(reading.isDivided ? 'roomScreen.pulse.divided' : `roomScreen.pulse.most.${reading.most}`)}
          </p>
          {reading.isDivided && <p className={styles['plain']}>{t('roomScreen.pulse.dividedHint')}</p>}
          {before !== null && (
            <div className={styles['before']}>
              <p>{t('roomScreen.pulse.beforeNo', { date: date.format(before.day), count: before.reading.no })}</p>
              <PulseColumns reading={before.reading} highest={highest} isSmall />
            </div>
          )}
        </div>
      </div>
      <p className={styles['ask']} data-now>
        {t(reading.most === 'yes' && !reading.isDivided ? 'roomScreen.pulse.askYes' : 'roomScreen.pulse.ask')}
      </p>
    </SheetFrame>
  );
}

/** The pulse before this one, where it was shown. This one stands on the map, too, by the day on which it was closed. */
function useEarlier(pulse: PulseActivity, item: string): { readonly reading: PulseReading; readonly day: Date } | null {
  const { index } = useFindings();
  const closed = new Date(pulse.closedAt ?? 0).toISOString().slice(0, 10);
  const isThis = (items: unknown): boolean => JSON.stringify(items) === JSON.stringify(pulse.counts);
  const earlier = shownPulses(index).filter(({ closed_on: day, items }) => day <= closed && !isThis(items));
  const found = earlier.at(-1);
  const counts = found?.items[item];
  if (found === undefined || counts === undefined) return null;
  return { reading: readPulse(counts), day: new Date(`${found.closed_on}T00:00:00Z`) };
}
