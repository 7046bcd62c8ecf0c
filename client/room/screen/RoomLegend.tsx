/** What the signs of the table mean. */
import { useTranslation } from 'react-i18next';
import { Drawn } from '#client/canvas/drawn/Drawn.tsx';
import { Token } from '#client/room/sheets/Token.tsx';
import { sectorSign } from '#shared/drawings/signs.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { firstSign } from '#shared/report/papers/paperForms.ts';
import { screenPalette } from '#shared/views/frame/framePalette.ts';
import styles from './TableView.module.css';

export function RoomLegend() {
  const { t } = useTranslation();
  return (
    <ul className={styles['legend']}>
      {representativeKinds.map((kind) => (
        <li key={kind}>
          <Token kind={kind} />
          {t(`map.kind.${kind}`)}
        </li>
      ))}
      <li>
        <Token kind="designee" isMissing />
        {t('roomScreen.frame.emptyChair')}
      </li>
      <li>
        <svg viewBox="0 0 48 48" aria-hidden="true">
          <Drawn drawing={[firstSign({ x: 6, y: 5, size: 38 })]} />
        </svg>
        {t('roomScreen.frame.talkFirst')}
      </li>
      <li>
        <svg viewBox="0 0 48 48" aria-hidden="true">
          <path className={styles['rim']} data-essential="" d="M2 20H46M2 28H46" />
        </svg>
        {t('roomScreen.frame.essential')}
      </li>
      <li>
        <svg viewBox="0 0 48 48" aria-hidden="true">
          <rect
            className={styles['tile']}
            style={{ ['--sector' as string]: screenPalette.business }}
            x="6"
            y="6"
            width="36"
            height="36"
            rx="8"
          />
          <Drawn drawing={[sectorSign('business', 14, 14, 20, screenPalette.business)]} />
        </svg>
        {t('roomScreen.frame.organization')}
      </li>
    </ul>
  );
}
