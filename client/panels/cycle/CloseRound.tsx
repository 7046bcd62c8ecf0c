/** Closing a round with the one sentence that is carried on; what is not said yet is asked about, once. */
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useKeptFlag, useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { openEnds } from '#shared/map/readings/openEnds.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { Button } from '#client/ui/Button.tsx';
import { AskOpenEnds } from './AskOpenEnds.tsx';
import styles from './CyclePanel.module.css';
import { roundDrafts } from './roundDrafts.ts';

export interface CloseRoundProps {
  readonly round: EntityOf<'iterations'>;
  /** It is closed, or is not to be. */
  readonly onEnd: () => void;
}

export function CloseRound({ round, onEnd }: CloseRoundProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { run, refused } = useCommands();
  const draft = roundDrafts.sentence(round.id);
  const { value: sentence, keep: setSentence, forget } = useKeptText(draft, round.carried_insight);
  const field = useKeptFocus(draft);
  const drafts = useDrafts();
  // asked once per round: who closes it all the same is not asked again
  const asked = roundDrafts.asked(round.id);
  const { value: isAsking, keep: setAsking } = useKeptFlag(asked);
  const ends = openEnds(map, round.number);
  const stop = () => {
    forget();
    onEnd();
  };
  const close = (insight: string | null) => {
    if (drafts.get(asked) === undefined && (ends.isUnreflected || ends.withoutResult.length > 0)) {
      setAsking(true);
      return;
    }
    const command = { type: 'closeRound', id: round.id } as const;
    const done = t('cycle.panel.closed', { number: round.number });
    if (run([insight === null ? command : { ...command, carried_insight: insight }], done).ok) stop();
  };
  return (
    <form
      className={styles['close']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        stop();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank(sentence)) close(sentence.trim());
      }}
    >
      <label>
        <span className={styles['smallHeading']}>{t('cycle.panel.closeTitle')}</span>
        <textarea
          rows={3}
          maxLength={10_000}
          ref={field}
          autoFocus
          aria-describedby="cycle-close-hint"
          value={sentence}
          onChange={(event) => setSentence(event.target.value)}
        />
      </label>
      <p id="cycle-close-hint" className={styles['quiet']}>
        {t('cycle.closing.q2')} {t('cycle.closing.q3')} {t('cycle.panel.closeHint')}
      </p>
      {isAsking && <AskOpenEnds ends={ends} />}
      {refused !== null && (
        <p role="alert" className={styles['refused']}>
          {refused}
        </p>
      )}
      <div className={styles['answers']}>
        <Button type="submit" look="primary" disabled={isBlank(sentence)}>
          {t('cycle.panel.closeYes')}
        </Button>
        <Button onClick={() => close(null)}>{t('cycle.panel.closeWithout')}</Button>
        <Button look="plain" onClick={stop}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
