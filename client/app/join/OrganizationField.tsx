/**
 * Whom somebody comes for. What fits comes with the first press or letter in the form, so that the page itself stays small; until then,
 * and where it cannot be had, it is a line of text.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChoiceField } from '#client/ui/fields/ChoiceField.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export interface OrganizationFieldProps {
  /** On the board. */
  readonly names: readonly string[];
  readonly organization: string;
  readonly onText: (text: string) => void;
}

interface Late {
  readonly Field: typeof ChoiceField;
  /** Where somebody is writing just then; null: elsewhere. */
  readonly caret: number | null;
}

export function OrganizationField({ names, organization, onText }: OrganizationFieldProps) {
  const { t } = useTranslation();
  const around = useRef<HTMLDivElement>(null);
  const [late, setLate] = useState<Late | null>(null);
  useEffect(() => onFirstTouch(around.current, setLate), []);
  useLayoutEffect(() => {
    const field = around.current?.querySelector('input');
    if (!field || late === null || late.caret === null) return;
    field.focus();
    field.setSelectionRange(late.caret, late.caret);
  }, [late]);
  const common = {
    label: t('join.organizationLabel'),
    note: t('join.optional'),
    hint: names.length > 0 ? t('join.organizationHint') : undefined,
    value: organization,
    maxLength: 120,
    autoComplete: 'organization',
    onText,
  };
  return (
    <div ref={around}>
      {late === null ? (
        <TextField {...common} />
      ) : (
        <late.Field
          {...common}
          choices={names}
          says={{
            known: t('join.organizationKnown'),
            isNew: t('join.organizationNew'),
            fit: (count) => t('join.organizationsFit', { count }),
          }}
        />
      )}
    </div>
  );
}

const touches = ['pointerdown', 'keydown', 'input'] as const;

/** Loads it once somebody does something in the form; returns how to stop waiting for that. */
function onFirstTouch(around: HTMLElement | null, onLoaded: (late: Late) => void): () => void {
  const form = around?.closest('form');
  const listen = (): void => touches.forEach((one) => form?.addEventListener(one, onTouch));
  const stop = (): void => touches.forEach((one) => form?.removeEventListener(one, onTouch));
  const onTouch = (): void => {
    stop();
    void load();
  };
  const load = async (): Promise<void> => {
    try {
      const { ChoiceField: Field } = await import('#client/ui/fields/ChoiceField.tsx');
      const field = around?.querySelector('input');
      onLoaded({ Field, caret: field && field === document.activeElement ? field.selectionStart : null });
    } catch {
      // without a line it is asked for again at the next touch
      listen();
    }
  };
  listen();
  return stop;
}
