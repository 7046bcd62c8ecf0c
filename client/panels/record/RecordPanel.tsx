/** What the workshops on this board gave, for everybody with a seat: the newest open, the earlier ones folded. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { recordBlocks, workshopBlocks } from '#shared/report/sections/recordSection.ts';
import { RecordSpeech } from '#shared/report/sections/RecordSpeech.ts';
import { clockTime } from '#client/ui/text/moments.ts';
import { Blocks } from './Blocks.tsx';
import styles from './RecordPanel.module.css';
import { useRecord } from './useRecord.ts';

/** A page can be scrolled; a report is cut. */
const whole = { mostIdeas: Number.MAX_SAFE_INTEGER, isWhole: true, withTrust: true };

export function RecordPanel() {
  const { t, i18n } = useTranslation();
  const record = useRecord();
  const { language } = i18n;
  const speech = useMemo(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return new RecordSpeech({ t, language }, timeZone, (ms) => clockTime(ms, language));
  }, [t, language]);
  if (record === null) return <p className={styles['quiet']}>{t('record.reading')}</p>;
  if (record === 'failed')
    return (
      <p role="alert" className={styles['problem']}>
        {t('record.failed')}
      </p>
    );
  const { workshops, others } = record;
  const beside = recordBlocks({ workshops: [], others }, speech, whole);
  return (
    <div className={styles['panel']}>
      <p className={styles['quiet']}>{t('record.lead')}</p>
      {workshops.length + others.length === 0 && <p>{t('record.empty')}</p>}
      {workshops.toReversed().map((workshop, place) => (
        <details key={workshop.id} className={styles['workshop']} open={place === 0}>
          <summary>
            <h3>{speech.dayAt(workshop.from)}</h3>
          </summary>
          {/* the summary is its heading */}
          <Blocks blocks={workshopBlocks(workshop, speech, whole).slice(1)} />
        </details>
      ))}
      <Blocks blocks={beside} />
    </div>
  );
}
