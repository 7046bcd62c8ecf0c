/** A facilitator put away what another one shows large: the room still sees it, and nobody who leads may think it is gone. */
import { useTranslation } from 'react-i18next';
import styles from '#client/facilitation/Ask.module.css';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useRoomWords } from '#client/room/useRoomWords.ts';
import { Button } from '#client/ui/Button.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import type { Showing } from '#shared/wire/showing/Showing.ts';

export interface BigStaysProps {
  readonly big: NonNullable<Showing['big']>;
  readonly onLook: () => void;
  readonly onLeave: () => void;
}

export function BigStays({ big, onLook, onLeave }: BigStaysProps) {
  useRoomWords();
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const text = t('roomScreen.big.stays', { name: t(`roomScreen.names.${big.sheet.kind}`) });
  return (
    <div className={styles['ask']} role="group" aria-label={text}>
      <LiveText text={text} />
      <Button look="primary" onClick={() => void ask({ do: 'closeBig', at: big.at })}>
        {t('roomScreen.big.closeForAll')}
      </Button>
      <Button look="plain" onClick={onLook}>
        {t('roomScreen.big.look')}
      </Button>
      <Button look="plain" onClick={onLeave}>
        {t('roomScreen.big.leave')}
      </Button>
    </div>
  );
}
