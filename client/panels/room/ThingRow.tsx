/** One thing of the board, with the room that it takes. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import type { BoardThing } from './boardThings.ts';
import styles from './RoomPanel.module.css';
import { sizeWords } from './sizeWords.ts';
import { kindWords } from './kindWords.ts';

export interface ThingRowProps {
  readonly thing: BoardThing;
  /** empty where it has none */
  readonly name: string;
  /** of the whole board, 0 to 1 */
  readonly share: number;
  readonly onShow: (() => void) | null;
  readonly onRemove: (() => void) | null;
  /** The question before it is removed, in place of the buttons. */
  readonly ask: ReactNode;
}

export function ThingRow({ thing, name: own, share, onShow, onRemove, ask }: ThingRowProps) {
  const { t, i18n } = useTranslation();
  const kind = kindWords(thing, t);
  const name = own === '' ? kind : own;
  const spoken = own === '' ? kind : `${own}, ${kind}`;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
  return (
    <li className={styles['row']}>
      <span className={styles['name']}>
        {name}
        {own !== '' && <span className={styles['quiet']}> {kind}</span>}
        {thing.unseen !== null && <span className={styles['quiet']}> {t(`room.why.${thing.unseen}`)}</span>}
      </span>
      <span className={styles['size']}>
        {sizeWords(thing.bytes, i18n.language)} · {percent}
      </span>
      {ask ?? (
        <div className={styles['actions']}>
          {onShow !== null && (
            <Button aria-label={t('room.showThing', { name: spoken })} onClick={onShow}>
              {t('room.show')}
            </Button>
          )}
          {onRemove !== null && (
            <Button aria-label={t('room.removeThing', { name: spoken })} onClick={onRemove}>
              {t('room.remove')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
