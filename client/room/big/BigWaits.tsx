/** Whoever writes just now is not interrupted: a line offers what is shown to all. */
import { useTranslation } from 'react-i18next';
import styles from '#client/facilitation/Ask.module.css';
import { Button } from '#client/ui/Button.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import { useRoomWords } from '#client/room/useRoomWords.ts';
import type { BigSheet } from '#shared/wire/showing/views.ts';

export interface BigWaitsProps {
  readonly sheet: BigSheet;
  readonly onLook: () => void;
  readonly onLater: () => void;
}

export function BigWaits({ sheet, onLook, onLater }: BigWaitsProps) {
  useRoomWords();
  const { t } = useTranslation();
  const text = t('roomScreen.big.waits', { name: t(`roomScreen.names.${sheet.kind}`) });
  return (
    <div className={styles['ask']} role="group" aria-label={text}>
      <LiveText text={text} />
      <Button look="primary" onClick={onLook}>
        {t('roomScreen.big.look')}
      </Button>
      <Button look="plain" onClick={onLater}>
        {t('roomScreen.big.later')}
      </Button>
    </div>
  );
}
