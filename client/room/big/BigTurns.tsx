/** A facilitator's hands on what stands large: back and on, and the line of a vote. */
import { useTranslation } from 'react-i18next';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import type { Turns } from '#client/room/shown/turnsIn.ts';
import { CutLine } from '#client/room/steering/CutLine.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { ChevronLeft } from '#client/ui/icons/ChevronLeft.tsx';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import type { BigSheet } from '#shared/wire/showing/views.ts';
import styles from './BigDialog.module.css';

export interface BigTurnsProps {
  readonly sheet: BigSheet;
  readonly turns: Turns;
}

export function BigTurns({ sheet, turns }: BigTurnsProps) {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { place, places, canTurn, turn } = turns;
  return (
    <>
      {places > 1 && (
        <div className={styles['turns']} role="group" aria-label={t('roomScreen.steer.walk')}>
          <IconButton label={t('roomScreen.steer.previous')} disabled={!canTurn(-1)} onClick={() => turn(-1)}>
            <ChevronLeft aria-hidden="true" />
          </IconButton>
          <span role="status">{t('roomScreen.steer.place', { place: place + 1, places })}</span>
          <IconButton label={t('roomScreen.steer.next')} disabled={!canTurn(1)} onClick={() => turn(1)}>
            <ChevronRight aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {sheet.kind === 'vote' && (
        <CutLine sheet={sheet} onCut={(cut) => void ask({ do: 'showBig', sheet: { ...sheet, cut } })} />
      )}
    </>
  );
}
