/**
 * What a field for a day does. A day counts when the field is left; also, since whoever picked one looks on, when it has stood whole
 * for a moment, and when its panel goes.
 */
import { type FocusEvent, type InputEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isDay } from '#shared/kinds/fields.ts';

export interface DayInput {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly type: 'date';
  readonly defaultValue: string;
  readonly onInput: (event: InputEvent<HTMLInputElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLInputElement>) => void;
}

/** A day whose parts are typed one after the other is whole more than once. */
const restMs = 1_000;

/** `onWrong`: whether what is there when the field is left is no day. */
export function useDayInput(
  value: string | null,
  onDay: (day: string | null) => void,
  onWrong?: (isWrong: boolean) => void,
): DayInput {
  const ref = useRef<HTMLInputElement>(null);
  const [defaultValue] = useState(value ?? '');
  const writing = useRef<HTMLInputElement | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = (field: HTMLInputElement): void => {
    clearTimeout(resting.current);
    const day = field.value;
    if (!isWrong(field) && day !== (value ?? '')) onDay(day === '' ? null : day);
  };
  const latest = useRef(keep);
  useLayoutEffect(() => {
    latest.current = keep;
    // Others' day comes in where nobody is writing another one.
    if (ref.current && !writing.current && ref.current.value !== (value ?? '')) ref.current.value = value ?? '';
  });
  useEffect(
    () => () => {
      if (writing.current) latest.current(writing.current);
    },
    [],
  );
  return {
    ref,
    type: 'date',
    defaultValue,
    onInput({ currentTarget: field }) {
      writing.current = field;
      clearTimeout(resting.current);
      if (isDay(field.value)) resting.current = setTimeout(() => latest.current(field), restMs);
    },
    onBlur({ currentTarget: field }) {
      writing.current = null;
      onWrong?.(isWrong(field));
      keep(field);
    },
  };
}

function isWrong({ validity, value }: HTMLInputElement): boolean {
  return validity.badInput || (value !== '' && !isDay(value));
}
