/** The options of a vote that is being put together: written by hand, or taken from what is chosen on the board. */
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Buttons } from '#client/facilitation/Part.tsx';
import sealedStyles from '#client/facilitation/activities/Activity.module.css';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { Trash2 } from '#client/ui/icons/Trash2.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { lookAlikes } from '#shared/workshop/votes.ts';
import styles from './StartVote.module.css';
import { useChosenOptions } from './useChosenOptions.ts';
import { asRows, emptyRow, type VoteRow } from './voteDraft.ts';

const { minOptions, maxOptions } = sealedLimits;

export interface VoteOptionsProps {
  readonly rows: readonly VoteRow[];
  readonly newId: () => string;
  readonly onRows: (rows: readonly VoteRow[]) => void;
}

export function VoteOptions({ rows, newId, onRows }: VoteOptionsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const filled = rows.filter(({ label }) => !isBlank(label));
  const missing = useChosenOptions().filter(
    (option) => !rows.some(({ ref, label }) => (ref === null ? label === option.label : ref === option.ref)),
  );
  const addRow = (at: number): void => {
    if (rows.length >= maxOptions) return;
    // At once, so that letters typed right after Enter stand in the new field.
    flushSync(() => onRows(rows.toSpliced(at, 0, emptyRow(newId))));
    list.current?.querySelectorAll('input')[at]?.focus();
  };
  return (
    <>
      <div className={styles['options']} role="group" aria-label={t('sealed.vote.options')}>
        <p>
          {t('sealed.vote.options')}{' '}
          <span>{t('sealed.vote.optionsCount', { count: filled.length, most: maxOptions })}</span>
        </p>
        <ol ref={list}>
          {rows.map((row, index) => (
            <OptionRow
              key={row.key}
              label={row.label}
              number={index + 1}
              isNeeded={rows.length <= minOptions}
              onLabel={(label) => onRows(rows.with(index, { ...row, label }))}
              onNext={() => addRow(index + 1)}
              onRemove={() => onRows(rows.toSpliced(index, 1))}
            />
          ))}
        </ol>
        <Buttons>
          <Button
            icon={<Plus aria-hidden="true" />}
            disabled={rows.length >= maxOptions}
            onClick={() => addRow(rows.length)}
          >
            {t('sealed.vote.addOption')}
          </Button>
          {missing.length > 0 && (
            <Button onClick={() => onRows(asRows([...filled, ...missing], newId))}>
              {t('sealed.vote.takeChosen', { count: missing.length })}
            </Button>
          )}
        </Buttons>
        {missing.length === 0 && filled.length === 0 && (
          <p className={sealedStyles['count']}>{t('sealed.vote.chooseHint')}</p>
        )}
        {filled.length + missing.length > maxOptions && (
          <p className={sealedStyles['warning']}>{t('sealed.vote.tooMany', { count: maxOptions })}</p>
        )}
      </div>
      <Alike rows={rows} onRows={onRows} />
    </>
  );
}

interface OptionRowProps {
  readonly label: string;
  readonly number: number;
  /** there have to be so many */
  readonly isNeeded: boolean;
  readonly onLabel: (label: string) => void;
  readonly onNext: () => void;
  readonly onRemove: () => void;
}

function OptionRow({ label, number, isNeeded, onLabel, onNext, onRemove }: OptionRowProps) {
  const { t } = useTranslation();
  return (
    <li>
      <input
        value={label}
        maxLength={300}
        aria-label={t('sealed.vote.option', { number })}
        placeholder={t('sealed.vote.option', { number })}
        onChange={(event) => onLabel(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onNext();
        }}
      />
      <IconButton label={t('sealed.vote.removeOption', { number })} disabled={isNeeded} onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </IconButton>
    </li>
  );
}

/** Options that read alike split the votes for one thing. */
function Alike({ rows, onRows }: Pick<VoteOptionsProps, 'rows' | 'onRows'>) {
  const { t } = useTranslation();
  const { spoken } = useBoardMap();
  const labels = rows.map(({ label }) => label.trim()).filter((label) => !isBlank(label));
  const merge = ([first, second]: readonly [string, string]): void => {
    const last = rows.findLastIndex(({ label }) => label.trim() === second || label.trim() === first);
    onRows(rows.toSpliced(last, 1));
    spoken.say(t('sealed.vote.merged', { label: first }));
  };
  return (
    <>
      {lookAlikes(labels).map(([first, second]) => (
        <div key={`${first}/${second}`} className={sealedStyles['warning']} role="status">
          {t('sealed.vote.alike', { first, second })}{' '}
          <Button look="plain" onClick={() => merge([first, second])}>
            {t('sealed.vote.merge')}
          </Button>
        </div>
      ))}
    </>
  );
}
