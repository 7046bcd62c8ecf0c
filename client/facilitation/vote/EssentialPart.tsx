/** Takes from a closed vote on interests which are essential: the first few at one press, a tie only as somebody chooses. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import sealedStyles from '#client/facilitation/activities/Activity.module.css';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Minus } from '#client/ui/icons/Minus.tsx';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { Target } from '#client/ui/icons/Target.tsx';
import type { VoteOption } from '#shared/wire/SealedActivity.ts';
import { lockKey } from '#shared/workshop/permits.ts';
import { leading } from '#shared/workshop/votes.ts';
import styles from './EssentialPart.module.css';

const prefix = lockKey.entity('interests', '');
const interestOf = ({ ref }: VoteOption): string => (ref?.startsWith(prefix) === true ? ref.slice(prefix.length) : '');

export interface EssentialPartProps {
  readonly options: readonly VoteOption[];
  readonly totals: readonly number[];
}

export function EssentialPart({ options, totals }: EssentialPartProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { isFacilitator } = useBoardMap();
  const whyNot = useWhyNot();
  const { run, refused } = useCommands();
  const there = new Map(map.interests.map((interest) => [interest.id, interest]));
  const votedFor = options.filter((option, at) => there.has(interestOf(option)) && (totals[at] ?? 0) > 0);
  const [count, setCount] = useState(() => Math.min(votedFor.length, Math.max(1, Math.round(options.length / 3))));
  const [picked, setPicked] = useState<readonly string[]>([]);
  if (!isFacilitator || votedFor.length === 0 || whyNot('interests', null, 'weight') !== null) return null;

  const totalOf = (option: VoteOption): number => totals[options.indexOf(option)] ?? 0;
  const { sure, tied } = leading(votedFor, votedFor.map(totalOf), count);
  const chosen = [...sure, ...tied.filter(({ id }) => picked.includes(id))].map(interestOf);
  const isDone = chosen.length > 0 && chosen.every((id) => there.get(id)?.weight === 'essential');
  const move = (by: number): void => setCount(Math.min(votedFor.length, Math.max(1, count + by)));
  return (
    <section className={styles['part']} aria-label={t('sealed.essential.title')}>
      <div className={styles['row']}>
        <IconButton label={t('sealed.essential.fewer')} disabled={count <= 1} onClick={() => move(-1)}>
          <Minus aria-hidden="true" />
        </IconButton>
        <span role="status">{t('sealed.essential.first', { count })}</span>
        <IconButton label={t('sealed.essential.more')} disabled={count >= votedFor.length} onClick={() => move(1)}>
          <Plus aria-hidden="true" />
        </IconButton>
      </div>
      {tied.length > 0 && (
        <fieldset className={styles['tied']}>
          <legend>{t('sealed.essential.tied')}</legend>
          {tied.map(({ id, label }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={picked.includes(id)}
                onChange={({ target }) =>
                  setPicked(target.checked ? [...picked, id] : picked.filter((other) => other !== id))
                }
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      {isDone ? (
        <p className={sealedStyles['count']} role="status">
          {t('sealed.essential.done', { count: chosen.length })}
        </p>
      ) : (
        <Button
          look="primary"
          icon={<Target aria-hidden="true" />}
          disabled={chosen.length === 0}
          onClick={() =>
            void run(
              [{ type: 'markEssential', interests: chosen }],
              t('sealed.essential.done', { count: chosen.length }),
            )
          }
        >
          {chosen.length === 0 ? t('sealed.essential.choose') : t('sealed.essential.make', { count: chosen.length })}
        </Button>
      )}
      {refused !== null && <p role="alert">{refused}</p>}
    </section>
  );
}
