/** The end of a round: closed with the one sentence that is carried on, then the next one can begin. */
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useKeptFlag, useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { useBoardMap, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { openEnds } from '#shared/map/readings/openEnds.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { Button } from '#client/ui/Button.tsx';
import { KeptWords } from '#client/panels/things/KeptWords.tsx';
import { AskOpenEnds } from './AskOpenEnds.tsx';
import styles from './CyclePanel.module.css';

export interface RoundEndProps {
  readonly round: EntityOf<'iterations'>;
  readonly onRound: (id: string) => void;
}

export function RoundEnd({ round, onRound }: RoundEndProps) {
  const { t } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const { selection } = useBoardMap();
  const { run, refused } = useCommands();
  const { value: isClosing, keep: setClosing, forget: stopClosing } = useKeptFlag(`round.${round.id}.closing`);
  const draft = `round.${round.id}.sentence`;
  const { value: sentence, keep: setSentence, forget } = useKeptText(draft, round.carried_insight);
  const field = useKeptFocus(draft);
  const drafts = useDrafts();
  // asked once per round: who closes it all the same is not asked again
  const asked = `round.${round.id}.asked`;
  const { value: isAsking, keep: setAsking } = useKeptFlag(asked);
  const { number } = round;
  const isLast = map.iterations.at(-1)?.id === round.id;
  const ends = openEnds(map, round.number);
  const stop = () => {
    forget();
    stopClosing();
  };
  const close = (insight: string | null) => {
    if (drafts.get(asked) === undefined && (ends.isUnreflected || ends.withoutResult.length > 0)) {
      setAsking(true);
      return;
    }
    const command = { type: 'closeRound', id: round.id } as const;
    const done = t('cycle.panel.closed', { number });
    if (run([insight === null ? command : { ...command, carried_insight: insight }], done).ok) stop();
  };
  const start = () => {
    const next = (map.iterations.at(-1)?.number ?? 0) + 1;
    const outcome = run([{ type: 'startRound', fields: {} }], t('cycle.panel.started', { number: next }));
    if (outcome.ok) onRound(outcome.id);
  };

  if (round.status === 'closed')
    return (
      <section className={styles['end']}>
        <KeptWords name={draft} why={t('drafts.roundClosed')} />
        <p className={styles['quiet']}>{t('cycle.panel.closedHint')}</p>
        <p>
          {isBlank(round.carried_insight)
            ? t('cycle.panel.carriesNothing')
            : t('cycle.panel.carries', { sentence: round.carried_insight.trim() })}
        </p>
        {!readOnly && (
          <div className={styles['answers']}>
            {isLast && (
              <Button look="primary" onClick={start}>
                {t('cycle.panel.startNext', { number: number + 1 })}
              </Button>
            )}
            <Button onClick={() => selection.open({ collection: 'iterations', id: round.id })}>
              {t('cycle.panel.changeSentence')}
            </Button>
          </div>
        )}
      </section>
    );
  if (readOnly) return null;
  if (!isClosing)
    return (
      <section className={styles['end']}>
        <Button onClick={() => setClosing(true)}>{t('cycle.panel.close')}</Button>
      </section>
    );
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
