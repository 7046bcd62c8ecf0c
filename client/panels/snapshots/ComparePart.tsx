/** Compares two snapshots, or one with now: as a list, marked on the map, and as a Markdown file (COMPARE-3, COMPARE-4). */
import { ArrowLeft } from '#client/ui/icons/ArrowLeft.tsx';
import { Download } from '#client/ui/icons/Download.tsx';
import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareBoards } from '#shared/compare/compareBoards.ts';
import type { BoardMoment, ItemChange } from '#shared/compare/Comparison.ts';
import { comparisonMarkdown } from '#shared/compare/comparisonMarkdown.ts';
import { describeComparison, type DescribedItem } from '#shared/compare/describeComparison.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';
import { marksOf } from '#client/map/marksOf.ts';
import { noMarks } from '#client/map/MarksContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { downloadFile } from '#client/files/downloadFile.ts';
import { compareWords } from './compareWords.ts';
import { useBoard } from '#client/board/BoardContext.ts';
import { momentsByDay } from './momentsByDay.ts';
import { isTimed, snapshotName, snapshotTime } from './snapshotName.ts';
import styles from './SnapshotsPanel.module.css';
import { useMoment } from './useMoment.ts';

export interface ComparePartProps {
  readonly snapshots: readonly SnapshotSummary[];
  readonly onBack: () => void;
}

const nowChoice = 'now';

export function ComparePart({ snapshots, onBack }: ComparePartProps) {
  const { t, i18n } = useTranslation();
  const { connection, look } = useBoard();
  const now = connection.workshop.now();
  const [from, setFrom] = useState((snapshots.find((one) => !isTimed(one)) ?? snapshots[0])?.id as string | undefined);
  const [to, setTo] = useState<string>(nowChoice);
  const find = (id: string | undefined): SnapshotSummary | null => snapshots.find((one) => one.id === id) ?? null;
  const before = useMoment(find(from), look);
  const after = useMoment(to === nowChoice ? 'now' : find(to), look);
  const nameOf = (id: string | undefined): string => {
    const snapshot = find(id);
    if (snapshot === null) return t('snapshots.compare.now');
    return `${snapshotName(snapshot, t, i18n.language)} (${snapshotTime(snapshot.takenAt, now, i18n.language)})`;
  };
  const { mark } = look;
  useEffect(() => () => mark(noMarks), [mark]);
  const choiceOf = ({ id }: SnapshotSummary) => (
    <option key={id} value={id}>
      {nameOf(id)}
    </option>
  );
  const choices = (
    <>
      {snapshots.filter((one) => !isTimed(one)).map(choiceOf)}
      {momentsByDay(snapshots.filter(isTimed), i18n.language).map(({ key, day, moments }) => (
        <optgroup key={key} label={day}>
          {moments.map(choiceOf)}
        </optgroup>
      ))}
    </>
  );

  return (
    <div className={styles['panel']}>
      <Button look="plain" className={styles['compare']} icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>
        {t('snapshots.compare.back')}
      </Button>
      <div className={styles['moments']}>
        <MomentField label={t('snapshots.compare.from')} value={from ?? ''} onChange={setFrom}>
          {choices}
        </MomentField>
        <MomentField label={t('snapshots.compare.to')} value={to} onChange={setTo}>
          <option value={nowChoice}>{t('snapshots.compare.now')}</option>
          {choices}
        </MomentField>
      </div>
      <Problem of={before} />
      <Problem of={after} />
      {before === null || after === null ? (
        <p className={styles['quiet']}>{t('snapshots.compare.working')}</p>
      ) : (
        typeof before !== 'string' &&
        typeof after !== 'string' && (
          <Result
            before={before}
            after={after}
            beforeName={nameOf(from)}
            afterName={nameOf(to)}
            afterSnapshot={find(to)}
          />
        )
      )}
    </div>
  );
}

function Problem({ of }: { readonly of: BoardMoment | Failure | null }) {
  const { t } = useTranslation();
  if (typeof of !== 'string') return null;
  return (
    <p role="alert" className={styles['problem']}>
      {t(`refusal.${of}`)}
    </p>
  );
}

interface MomentFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: React.ReactNode;
}

function MomentField({ label, value, onChange, children }: MomentFieldProps) {
  const id = useId();
  return (
    <div className={styles['moment']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  );
}

interface ResultProps {
  readonly before: BoardMoment;
  readonly after: BoardMoment;
  readonly beforeName: string;
  readonly afterName: string;
  /** null = now */
  readonly afterSnapshot: SnapshotSummary | null;
}

function Result({ before, after, beforeName, afterName, afterSnapshot }: ResultProps) {
  const { t, i18n } = useTranslation();
  const { connection, look } = useBoard();
  const { boardMap } = useBoardMap();
  const asOf = boardMap.today();
  const [isMarked, setMarked] = useState(false);
  const id = useId();
  const comparison = useMemo(() => compareBoards(before, after, asOf), [before, after, asOf]);
  const words = useMemo(() => compareWords({ t, language: i18n.language }, asOf), [t, i18n.language, asOf]);
  const groups = useMemo(
    () => describeComparison(comparison, { before, after }, words),
    [comparison, before, after, words],
  );
  const isShown = (look.looked?.snapshot.id ?? null) === (afterSnapshot?.id ?? null);
  const { mark } = look;
  useEffect(() => {
    mark(isMarked && isShown ? marksOf(comparison, after.map) : noMarks);
  }, [mark, isMarked, isShown, comparison, after]);
  const toggle = async (on: boolean): Promise<void> => {
    setMarked(on);
    if (on && !isShown) await look.look(afterSnapshot);
  };
  return (
    <>
      <p role="status" className={styles['quiet']}>
        {words.between(beforeName, afterName)} {comparison.isSame && words.nothing}
      </p>
      {!comparison.isSame && (
        <div>
          <label className={styles['check']} htmlFor={id}>
            <input
              id={id}
              type="checkbox"
              checked={isMarked}
              aria-describedby={`${id}-hint`}
              onChange={(event) => void toggle(event.target.checked)}
            />
            {t('snapshots.compare.onMap')}
          </label>
          <p id={`${id}-hint`} className={styles['quiet']}>
            {t('snapshots.compare.onMapHint')}
          </p>
        </div>
      )}
      {groups.map((group) => (
        <section key={group.title} className={styles['group']} aria-label={group.title}>
          <h3>{group.title}</h3>
          <ul className={styles['changes']}>
            {group.items.map((one, place) => (
              // findings and coverage have no id of their own
              // oxlint-disable-next-line react/no-array-index-key
              <Change key={one.item === null ? place : `${one.how} ${one.item.id}`} described={one} isShown={isShown} />
            ))}
          </ul>
        </section>
      ))}
      <Button
        className={styles['compare']}
        icon={<Download aria-hidden="true" />}
        onClick={() => {
          const head = { board: connection.view().title, before: beforeName, after: afterName };
          const text = comparisonMarkdown(comparison, { before, after }, words, head);
          downloadFile(`comparison-${asOf}.md`, 'text/markdown', text);
        }}
      >
        {t('snapshots.compare.markdown')}
      </Button>
    </>
  );
}

/** What can be chosen on the map and in the other panels. */
const choosable = ['goal', 'interests', 'organizations', 'representatives', 'notes', 'experiments'] as const;

function Change({ described, isShown }: { readonly described: DescribedItem; readonly isShown: boolean }) {
  const { t } = useTranslation();
  const { selection } = useBoardMap();
  const { item, how, text, details } = described;
  const ref = item === null || how === 'removed' || !isShown ? null : refOf(item);
  return (
    <li className={styles['change']} data-how={how ?? undefined}>
      {how !== null && <span className={styles['how']}>{t(`snapshots.compare.how.${how}`)}</span>}
      {ref === null ? (
        <span>{text}</span>
      ) : (
        <button
          type="button"
          className={styles['goTo']}
          title={t('snapshots.compare.goTo', { name: text })}
          onClick={() => selection.reveal(ref)}
        >
          {text}
        </button>
      )}
      {details.length > 0 && (
        <ul className={styles['details']}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function refOf({ collection, id }: ItemChange) {
  const known = choosable.find((one) => one === collection);
  return known === undefined ? null : { collection: known, id: known === 'goal' ? 'goal' : id };
}
