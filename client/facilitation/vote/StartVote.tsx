/** Begins a vote: the question, its options (typed, or what is chosen on the board), how many dots. */
import { Plus } from '#client/ui/icons/Plus.tsx';
import { Trash2 } from '#client/ui/icons/Trash2.tsx';
import { useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '#client/board/BoardContext.ts';
import { useKept } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { Buttons } from '#client/facilitation/Part.tsx';
import sealedStyles from '#client/facilitation/activities/Activity.module.css';
import { PrivacyNote } from '#client/facilitation/activities/PrivacyNote.tsx';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { lookAlikes, suggestedCap, suggestedDots } from '#shared/workshop/votes.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { chosenOptions, type OptionDraft } from './chosenOptions.ts';
import { ofBegunStep, VoteDraft, voteDraftName } from './voteDraft.ts';
import styles from './StartVote.module.css';

type Row = VoteDraft['rows'][number];

export interface StartVoteProps {
  readonly newId: () => string;
  readonly onDone: () => void;
}

const { minOptions, maxOptions, maxDots } = sealedLimits;

export function StartVote({ newId, onDone }: StartVoteProps) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const state = useWorkshopState();
  const canvas = useCanvas();
  const { selection, spoken } = useBoardMap();
  const map = useMap();
  const refs = useSyncExternalStore(selection.subscribe, selection.chosen);
  const texts = useSyncExternalStore(canvas.onChosen, canvas.chosenTexts);
  const chosen = chosenOptions(map, refs, texts);
  const empty = (): Row => ({ key: newId(), label: '', ref: null });
  const asRows = (options: readonly OptionDraft[]): Row[] =>
    options.slice(0, maxOptions).map((option) => ({ ...option, key: newId() }));
  const {
    value: draft,
    keep,
    forget,
  } = useKept(voteDraftName, VoteDraft, () => ({
    question: '',
    rows: chosen.length >= minOptions ? asRows(chosen) : [empty(), empty()],
    dots: null,
    cap: null,
    abstains: false,
    begun: null,
  }));
  const { question, rows, dots, cap, abstains, begun } = draft;
  const setRows = (next: readonly Row[]): void => keep({ ...draft, rows: [...next] });
  const field = useKeptFocus('sealed.starting.vote');
  const done = (): void => {
    forget();
    onDone();
  };
  const [isStarting, setStarting] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const filled = rows.filter(({ label }) => !isBlank(label));
  const budget = dots ?? suggestedDots(filled.length);
  const most = Math.min(budget, cap ?? suggestedCap);
  const alike = lookAlikes(filled.map(({ label }) => label.trim()));
  const missing = chosen.filter(
    (option) => !rows.some(({ ref, label }) => (ref === null ? label === option.label : ref === option.ref)),
  );
  const hasOptions = filled.length >= minOptions && filled.length <= maxOptions;
  const isReady = !isBlank(question) && hasOptions && sealed !== null && !isStarting;
  const change = (key: string, label: string): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, label } : row)));
  const addRow = (after: string | null): void => {
    if (rows.length >= maxOptions) return;
    const at = after === null ? rows.length : rows.findIndex(({ key }) => key === after) + 1;
    // At once, so that letters typed right after Enter stand in the new field.
    flushSync(() => setRows(rows.toSpliced(at, 0, empty())));
    list.current?.querySelectorAll('input')[at]?.focus();
  };
  const merge = ([first, second]: readonly [string, string]): void => {
    const last = rows.findLastIndex(({ label }) => label.trim() === second || label.trim() === first);
    setRows(rows.toSpliced(last, 1));
    spoken.say(t('sealed.vote.merged', { label: first }));
  };
  const start = async (): Promise<void> => {
    if (sealed === null || !isReady) return;
    setStarting(true);
    const options = filled.map(({ label, ref }, index) => ({ id: `o${index + 1}`, label: label.trim(), ref }));
    const failure = await sealed.open({
      kind: 'vote',
      ...ofBegunStep(begun, state, newId),
      question: question.trim(),
      options,
      dots: budget,
      cap: most,
      abstain: abstains,
    });
    setStarting(false);
    if (failure === null) done();
  };
  return (
    <form
      className={sealedStyles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <TextField
        label={t('sealed.vote.question')}
        placeholder={t('sealed.vote.questionHint')}
        maxLength={300}
        required
        autoFocus
        ref={field}
        value={question}
        onText={(text) => keep({ ...draft, question: text })}
      />
      <div className={styles['options']} role="group" aria-label={t('sealed.vote.options')}>
        <p>
          {t('sealed.vote.options')}{' '}
          <span>{t('sealed.vote.optionsCount', { count: filled.length, most: maxOptions })}</span>
        </p>
        <ol ref={list}>
          {rows.map((row, index) => (
            <li key={row.key}>
              <input
                value={row.label}
                maxLength={300}
                aria-label={t('sealed.vote.option', { number: index + 1 })}
                placeholder={t('sealed.vote.option', { number: index + 1 })}
                onChange={(event) => change(row.key, event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  addRow(row.key);
                }}
              />
              <IconButton
                label={t('sealed.vote.removeOption', { number: index + 1 })}
                disabled={rows.length <= minOptions}
                onClick={() => setRows(rows.toSpliced(index, 1))}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ol>
        <Buttons>
          <Button icon={<Plus aria-hidden="true" />} disabled={rows.length >= maxOptions} onClick={() => addRow(null)}>
            {t('sealed.vote.addOption')}
          </Button>
          {missing.length > 0 && (
            <Button onClick={() => setRows(asRows([...filled, ...missing]))}>
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
      {alike.map(([first, second]) => (
        <div key={`${first}/${second}`} className={sealedStyles['warning']} role="status">
          {t('sealed.vote.alike', { first, second })}{' '}
          <Button look="plain" onClick={() => merge([first, second])}>
            {t('sealed.vote.merge')}
          </Button>
        </div>
      ))}
      <div className={styles['numbers']}>
        <label className={sealedStyles['field']}>
          {t('sealed.vote.dotsEach')}
          <input
            type="number"
            min={1}
            max={maxDots}
            value={budget}
            onChange={(event) => keep({ ...draft, dots: whole(event.target.value) })}
          />
        </label>
        <label className={sealedStyles['field']}>
          {t('sealed.vote.capEach')}
          <input
            type="number"
            min={1}
            max={budget}
            value={most}
            onChange={(event) => keep({ ...draft, cap: whole(event.target.value) })}
          />
        </label>
      </div>
      <label className={sealedStyles['choice']}>
        <input
          type="checkbox"
          checked={abstains}
          onChange={(event) => keep({ ...draft, abstains: event.target.checked })}
        />
        {t('sealed.abstainNow')}
      </label>
      <PrivacyNote>{t('sealed.vote.told')}</PrivacyNote>
      <p className={sealedStyles['count']}>{t('sealed.whoCounts')}</p>
      <Buttons>
        <Button type="submit" look="primary" disabled={!isReady}>
          {t('sealed.vote.start')}
        </Button>
        <Button look="plain" onClick={done}>
          {t('common.cancel')}
        </Button>
      </Buttons>
    </form>
  );
}

function whole(text: string): number {
  const count = Math.round(Number(text));
  return Number.isFinite(count) ? Math.min(maxDots, Math.max(1, count)) : 1;
}
