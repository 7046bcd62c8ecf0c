/**
 * One line of text; while it is typed, what is known and fits stands below it, to be chosen by finger, mouse or arrow keys. What
 * is not chosen stays as it was typed.
 */
import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift';
import { useEffect, useId, useRef } from 'react';
import { Check } from '#client/ui/icons/Check.tsx';
import styles from './ChoiceField.module.css';
import fieldStyles from '#client/ui/TextField.module.css';
import { fitting, sameName } from '#client/ui/text/fitting.ts';

export interface ChoiceFieldProps {
  readonly label: string;
  readonly note?: string | undefined;
  /** While nothing is typed. */
  readonly hint?: string | undefined;
  /** What is said of a name that is known, of one that is not, and of how many fit. */
  readonly says: {
    readonly known: string;
    readonly isNew: string;
    readonly fit: (count: number) => string;
  };
  readonly choices: readonly string[];
  readonly value: string;
  readonly maxLength: number;
  readonly autoComplete?: string;
  readonly onText: (text: string) => void;
}

export function ChoiceField({ label, note, hint, says, choices, value, onText, ...rest }: ChoiceFieldProps) {
  const id = useId();
  const same = sameName(choices, value);
  const fit = fitting(choices, value);
  // what is typed already is nothing to choose
  const items = fit.length === 1 && same !== undefined ? [] : [...fit];
  const box = useCombobox({
    id,
    items,
    inputValue: value,
    itemToString: (item) => item ?? '',
    stateReducer: keepTyped,
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem !== null) onText(selectedItem);
    },
    getA11yStatusMessage: ({ isOpen }) => (isOpen && items.length > 0 ? says.fit(items.length) : ''),
  });
  const isShown = box.isOpen && items.length > 0;
  const field = useRoomBelow(isShown);
  const below = value.trim() === '' ? hint : isShown ? undefined : says.isNew;
  return (
    <div ref={field} className={`${fieldStyles['field']} ${styles['whole']}`}>
      <label {...box.getLabelProps()} className={fieldStyles['label']}>
        {label}
        {note !== undefined && <span className={fieldStyles['note']}> ({note})</span>}
      </label>
      <input
        {...box.getInputProps({
          // at once: what waits for the state of the list moves the caret to the end
          onChange: (event) => onText(event.currentTarget.value),
          onKeyDown: (event) => {
            // closes the list, and not what the field stands in
            if (event.key === 'Escape' && isShown) event.stopPropagation();
          },
        })}
        {...rest}
        className={fieldStyles['input']}
        aria-expanded={isShown}
        aria-describedby={`${id}-below`}
        autoComplete={rest.autoComplete ?? 'off'}
      />
      <ul {...box.getMenuProps()} className={styles['list']} hidden={!isShown}>
        {isShown &&
          items.map((item, index) => (
            <li
              key={item}
              {...box.getItemProps({ item, index })}
              className={styles['item']}
              data-at={index === box.highlightedIndex || undefined}
            >
              {item}
            </li>
          ))}
      </ul>
      <p id={`${id}-below`} className={fieldStyles['hint']} role="status">
        {same !== undefined ? (
          <span className={styles['known']}>
            <Check aria-hidden="true" />
            {says.known}
          </span>
        ) : (
          below
        )}
      </p>
    </div>
  );
}

/** Leaving the field or Escape takes nothing and clears nothing. */
function keepTyped(
  state: UseComboboxState<string>,
  { type, changes }: UseComboboxStateChangeOptions<string>,
): Partial<UseComboboxState<string>> {
  switch (type) {
    case useCombobox.stateChangeTypes.InputBlur:
    case useCombobox.stateChangeTypes.InputKeyDownEscape:
      return { ...changes, inputValue: state.inputValue, selectedItem: state.selectedItem };
    case useCombobox.stateChangeTypes.InputChange:
      // chosen again after it was changed, it counts again
      return { ...changes, selectedItem: null };
    default:
      return changes;
  }
}

/** Under a finger the lower half of the window is the keyboard: the field goes up, and what fits stands between them. */
function useRoomBelow(isShown: boolean) {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isShown && matchMedia('(pointer: coarse)').matches) field.current?.scrollIntoView({ block: 'start' });
  }, [isShown]);
  return field;
}
