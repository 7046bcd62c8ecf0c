/**
 * One sheet on the whole screen. Escape and a button put it away here, and for all where the facilitator who opened it presses
 * them; facilitators turn its pages.
 */
import { Dialog } from 'radix-ui';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnected } from '#client/board/BoardContext.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Shown } from '#client/room/sheets/Shown.tsx';
import { turnOf } from '#client/room/steering/useSteering.ts';
import { useRoomWords } from '#client/room/useRoomWords.ts';
import { Button } from '#client/ui/Button.tsx';
import { X } from '#client/ui/icons/X.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import type { Showing } from '#shared/wire/showing/Showing.ts';
import { BigTurns } from './BigTurns.tsx';
import { useBigTurns } from './useBigTurns.ts';
import styles from './BigDialog.module.css';

export interface BigDialogProps {
  readonly big: NonNullable<Showing['big']>;
  readonly onPutAway: () => void;
}

export function BigDialog({ big, onPutAway }: BigDialogProps) {
  useRoomWords();
  const { t } = useTranslation();
  const { role, me, ask } = useWorkshop();
  const { title } = useConnected();
  const isFacilitator = mayDo(role, 'administer');
  const isOwn = isFacilitator && big.by === me;
  const closeForAll = (): Promise<unknown> => ask({ do: 'closeBig', at: big.at });
  const leave = async (): Promise<void> => {
    // what could not be closed (a line that is gone) does not hold anybody
    if (!isOwn || (await closeForAll()) !== null) onPutAway();
  };
  const turns = useBigTurns(big.sheet);
  const content = useRef<HTMLDivElement>(null);
  const name = t(`roomScreen.names.${big.sheet.kind}`);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = turnOf(event.key);
    if (isFacilitator && by !== 0 && turns.canTurn(by)) {
      event.preventDefault();
      turns.turn(by);
    }
    // letters of the board mean nothing here
    if (event.key !== 'Escape') event.stopPropagation();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && void leave()}>
      <Dialog.Portal>
        <Dialog.Content
          ref={content}
          className={styles['big']}
          data-kind={big.sheet.kind}
          aria-describedby={undefined}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onOpenAutoFocus={(event) => {
            // nothing is pressed by accident
            event.preventDefault();
            content.current?.focus();
          }}
          onPointerDownOutside={(event) => event.preventDefault()}
        >
          <Dialog.Title className="visually-hidden">{t('roomScreen.big.region', { name })}</Dialog.Title>
          <div className={styles['sheet']}>
            <div className={styles['inner']}>
              <Shown sheet={big.sheet} />
            </div>
          </div>
          <footer className={styles['foot']}>
            <p className={styles['board']}>
              <strong>{title}</strong>
            </p>
            {isFacilitator && <BigTurns sheet={big.sheet} turns={turns} />}
            {isFacilitator && !isOwn && (
              <Button onClick={() => void closeForAll()}>{t('roomScreen.big.closeForAll')}</Button>
            )}
            <Button look={isOwn ? 'primary' : 'quiet'} icon={<X aria-hidden="true" />} onClick={() => void leave()}>
              {t(isOwn ? 'roomScreen.big.closeForAll' : 'roomScreen.big.putAway')}{' '}
              <kbd className={styles['key']}>Esc</kbd>
            </Button>
          </footer>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
