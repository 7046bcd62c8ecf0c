/** The line that a facilitator proposes under the first few options of a vote: asked for, moved up and down, taken away. */
import { useTranslation } from 'react-i18next';
import { useActivities } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Minus } from '#client/ui/icons/Minus.tsx';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { X } from '#client/ui/icons/X.tsx';
import type { BigSheet } from '#shared/wire/showing/views.ts';
import { linesOf, proposedLine } from './cutLines.ts';
import styles from './Steering.module.css';

export interface CutLineProps {
  readonly sheet: Extract<BigSheet, { kind: 'vote' }>;
  readonly onCut: (cut: number | null) => void;
}

export function CutLine({ sheet, onCut }: CutLineProps) {
  const { t } = useTranslation();
  const vote = useActivities().find(({ id }) => id === sheet.activity);
  if (vote?.kind !== 'vote' || vote.totals === null) return null;
  const lines = linesOf(vote.totals);
  if (lines.length < 2) return null;
  const { cut } = sheet;
  if (cut === null)
    return <Button onClick={() => onCut(proposedLine(vote.totals ?? []))}>{t('roomScreen.steer.askCut')}</Button>;
  const higher = lines.findLast((line) => line > cut);
  const lower = lines.find((line) => line < cut);
  return (
    <div className={styles['cut']} role="group" aria-label={t('roomScreen.steer.cut')}>
      <IconButton
        label={t('roomScreen.steer.higher')}
        disabled={higher === undefined}
        onClick={() => higher !== undefined && onCut(higher)}
      >
        <Minus aria-hidden="true" />
      </IconButton>
      <span role="status">{t('roomScreen.steer.cutAt', { count: cut })}</span>
      <IconButton
        label={t('roomScreen.steer.lower')}
        disabled={lower === undefined}
        onClick={() => lower !== undefined && onCut(lower)}
      >
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton label={t('roomScreen.steer.noCut')} onClick={() => onCut(null)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
