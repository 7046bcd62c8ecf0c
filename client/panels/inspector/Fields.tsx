/** The fields of the details, one component per way of editing. Each writes as soon as a value is whole. */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDayInput } from '#client/panels/things/useDayInput.ts';
import { caretAfter } from './caretAfter.ts';
import styles from './Fields.module.css';
import { useDraft } from './useDraft.ts';

export interface FieldFrame {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | null | undefined;
  readonly readOnly: boolean;
}

interface Ids {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
}

/** Label, hint and problem around one control. */
function Framed({
  frame,
  problem,
  children,
}: {
  readonly frame: FieldFrame;
  readonly problem?: string | null;
  readonly children: (ids: Ids) => ReactNode;
}) {
  const id = useId();
  const shown = problem ?? frame.problem ?? null;
  const describedBy = shown !== null || frame.hint !== undefined ? `${id}-below` : undefined;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {frame.label}
      </label>
      {children({ id, describedBy, isInvalid: shown !== null })}
      {describedBy !== undefined && (
        <p
          id={describedBy}
          className={shown === null ? styles['hint'] : styles['problem']}
          role={shown === null ? undefined : 'alert'}
        >
          {shown ?? frame.hint}
        </p>
      )}
    </div>
  );
}

export interface LineFieldProps extends FieldFrame {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function LineField({ value, onValue, ...frame }: LineFieldProps) {
  const draft = useDraft(value, onValue);
  return (
    <Framed frame={frame}>
      {({ id, describedBy, isInvalid }) => (
        <input
          id={id}
          className={styles['input']}
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          readOnly={frame.readOnly}
          maxLength={300}
          autoComplete="off"
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.commit}
          onKeyDown={(event) => event.key === 'Enter' && draft.commit()}
        />
      )}
    </Framed>
  );
}

/**
 * Written letter by letter, since others may write in the same text; the caret stays at its letters. The page keeps the text and
 * the caret of the moment: React would hear of a caret that a letter has moved only after others' words have come in.
 */
export function TextField({ value, onValue, ...frame }: LineFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [first] = useState(value);
  useLayoutEffect(() => {
    const area = field.current;
    if (!area || area.value === value) return;
    const { value: before, selectionStart, selectionEnd } = area;
    area.value = value;
    if (area === document.activeElement)
      area.setSelectionRange(caretAfter(before, value, selectionStart), caretAfter(before, value, selectionEnd));
  });
  return (
    <Framed frame={frame}>
      {({ id, describedBy, isInvalid }) => (
        <textarea
          ref={field}
          id={id}
          className={styles['area']}
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          readOnly={frame.readOnly}
          maxLength={10_000}
          rows={Math.min(8, Math.max(2, Math.ceil(value.length / 34)))}
          defaultValue={first}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Framed>
  );
}

export interface DayFieldProps extends FieldFrame {
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}

export function DayField({ value, onValue, ...frame }: DayFieldProps) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);
  const day = useDayInput(value, onValue, (isWrong) => setProblem(isWrong ? t('map.details.dayWrong') : null));
  return (
    <Framed frame={frame} problem={problem}>
      {({ id, describedBy, isInvalid }) => (
        <input
          {...day}
          id={id}
          className={styles['input']}
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          readOnly={frame.readOnly}
        />
      )}
    </Framed>
  );
}

export interface NumberFieldProps extends FieldFrame {
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}

/** Reads a number as people type it; undefined when it is none. */
export function numberOf(text: string): number | null | undefined {
  const plain = text.trim().replaceAll(/[\s%]/g, '').replace(',', '.');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

export function NumberField({ value, onValue, ...frame }: NumberFieldProps) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);
  const draft = useDraft(value === null ? '' : String(value), (text) => {
    const read = numberOf(text);
    setProblem(read === undefined ? t('map.details.number') : null);
    if (read !== undefined && read !== value) onValue(read);
  });
  return (
    <Framed frame={frame} problem={problem}>
      {({ id, describedBy, isInvalid }) => (
        <input
          id={id}
          inputMode="decimal"
          className={styles['input']}
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          readOnly={frame.readOnly}
          autoComplete="off"
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.commit}
          onKeyDown={(event) => event.key === 'Enter' && draft.commit()}
        />
      )}
    </Framed>
  );
}

export interface ChoiceFieldProps extends FieldFrame {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onValue: (value: string) => void;
}

export function ChoiceField({ value, options, onValue, ...frame }: ChoiceFieldProps) {
  return (
    <Framed frame={frame}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className={styles['input']}
          aria-describedby={describedBy}
          disabled={frame.readOnly}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        >
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
}

export interface FlagFieldProps extends FieldFrame {
  readonly value: boolean;
  readonly onValue: (value: boolean) => void;
}

export function FlagField({ value, onValue, label, hint, readOnly }: FlagFieldProps) {
  const id = useId();
  return (
    <div className={styles['flag']}>
      <input
        id={id}
        type="checkbox"
        checked={value}
        disabled={readOnly}
        aria-describedby={hint === undefined ? undefined : `${id}-below`}
        onChange={(event) => onValue(event.target.checked)}
      />
      <span>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <span id={`${id}-below`} className={styles['hint']}>
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}

export interface GroupFieldProps extends FieldFrame {
  readonly children: ReactNode;
}

/** Several controls under one label. */
export function GroupField({ label, hint, problem, children }: GroupFieldProps) {
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['label']}>{label}</legend>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      {children}
      {problem !== null && problem !== undefined && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
