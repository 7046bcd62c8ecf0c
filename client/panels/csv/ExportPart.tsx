/** Downloads the register of today; facilitators may ask for the internal one, with influence and stake (CSV-3). */
import { Download } from '#client/ui/icons/Download.tsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indexMap } from '#shared/map/MapIndex.ts';
import { withRatings } from '#shared/map/ratings.ts';
import { registerFileName, registerText } from '#shared/report/register.ts';
import { zonedMoment } from '#shared/report/zonedMoment.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { useRatings } from '#client/map/RatingsContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { downloadFile } from '#client/files/downloadFile.ts';
import styles from './CsvPanel.module.css';

/** As this device's clock and zone have it. */
function momentNow(): string {
  return zonedMoment(Date.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

export function ExportPart() {
  const { t } = useTranslation();
  const { boardMap, spoken } = useBoardMap();
  const ratings = useRatings();
  const [isInternal, setInternal] = useState(false);
  const id = useId();
  const download = (): void => {
    const internal = isInternal && ratings !== null;
    const map = boardMap.map();
    const index = indexMap(internal ? withRatings(map, ratings.view().ratings) : map, boardMap.today());
    const name = registerFileName(index, { internal });
    downloadFile(name, 'text/csv;charset=utf-8', registerText(index, { internal, takenAt: momentNow() }));
    spoken.say(t('map.csv.downloaded', { name }));
  };
  return (
    <section className={styles['part']} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('map.csv.exportTitle')}</h3>
      <p className={styles['quiet']}>{t('map.csv.exportHint')}</p>
      {ratings !== null && (
        <div className={styles['check']}>
          <input
            id={id}
            type="checkbox"
            checked={isInternal}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setInternal(event.target.checked)}
          />
          <span>
            <label htmlFor={id}>{t('map.csv.internal')}</label>
            <span id={`${id}-hint`} className={styles['quiet']}>
              {t('map.csv.internalHint')}
            </span>
          </span>
        </div>
      )}
      <div>
        <Button icon={<Download aria-hidden="true" />} onClick={download}>
          {t('map.csv.download')}
        </Button>
      </div>
    </section>
  );
}
