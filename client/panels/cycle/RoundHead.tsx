/** Which round one reads: its question, its days, the sentence that it began with, and the ways to its place and its details. */
import { Orbit } from '#client/ui/icons/Orbit.tsx';
import { Pencil } from '#client/ui/icons/Pencil.tsx';
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useMay } from '#client/map/useMay.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './CyclePanel.module.css';
import { roundDays } from './cycleWords.ts';

export interface RoundHeadProps {
  readonly round: EntityOf<'iterations'>;
  /** the round that people work in now, or the last one */
  readonly main: EntityOf<'iterations'> | undefined;
  readonly onRound: (id: string) => void;
}

export function RoundHead({ round, main, onRound }: RoundHeadProps) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const may = useMay();
  const { selection } = useBoardMap();
  const ref = { collection: 'iterations', id: round.id } as const;
  const mayChange = may('iterations', round.id, 'focus_question') || may('iterations', round.id, 'title');
  const before = map.iterations.find(({ number }) => number === round.carries_from);
  return (
    <header className={styles['head']}>
      <label className={styles['choose']}>
        <span className="visually-hidden">{t('cycle.panel.round')}</span>
        <select value={round.id} onChange={(event) => onRound(event.target.value)}>
          {map.iterations.toReversed().map((one) => {
            const name = entityName(map, { collection: 'iterations', id: one.id }, t);
            return (
              <option key={one.id} value={one.id}>
                {t(one.status === 'open' ? 'cycle.panel.roundOpen' : 'cycle.panel.roundClosed', { name })}
              </option>
            );
          })}
        </select>
      </label>
      {main && main !== round && main.status === 'open' && (
        <Button onClick={() => onRound(main.id)}>{t('cycle.panel.toOpen', { number: main.number })}</Button>
      )}
      <p className={styles['question']}>{round.focus_question.trim() || t('cycle.panel.noFocus')}</p>
      {before && before.carried_insight.trim() !== '' && (
        <p className={styles['quiet']}>{t('cycle.panel.carried', { sentence: before.carried_insight.trim() })}</p>
      )}
      <p className={styles['quiet']}>{roundDays(round, t, i18n.language)}</p>
      <div className={styles['answers']}>
        <Button icon={<Orbit aria-hidden="true" />} onClick={() => selection.reveal(ref)}>
          {t('cycle.panel.show')}
        </Button>
        {mayChange && (
          <Button icon={<Pencil aria-hidden="true" />} onClick={() => selection.open(ref)}>
            {t('cycle.panel.details')}
          </Button>
        )}
      </div>
    </header>
  );
}
