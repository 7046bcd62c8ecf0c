/**
 * Brings focus and caret back where the field in which somebody was typing comes back: a round that begins, or a part that is
 * drawn elsewhere, takes the element away and makes another one. Only where nobody has gone on somewhere else.
 */
import { useCallback } from 'react';
import { useDrafts } from './DraftsContext.ts';
import type { Drafts } from './Drafts.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

interface Place {
  readonly name: string;
  readonly start: number | null;
  readonly end: number | null;
}

const left = new WeakMap<Drafts, Place>();

/** A ref for the field of that name. */
export function useKeptFocus(name: string): (field: Field | null) => (() => void) | undefined {
  const drafts = useDrafts();
  return useCallback(
    (field) => {
      if (field === null) return undefined;
      const place = left.get(drafts);
      if (place?.name === name && (isNowhere() || document.activeElement === field)) {
        field.focus({ preventScroll: false });
        if (place.start !== null) field.setSelectionRange(place.start, place.end);
        left.delete(drafts);
      } else if (document.activeElement === field) {
        // what is opened to be changed is gone on with at its end
        field.setSelectionRange(field.value.length, field.value.length);
      }
      return () => {
        if (document.activeElement !== field) return;
        left.set(drafts, { name, start: field.selectionStart, end: field.selectionEnd });
        forgetOnceElsewhere(drafts);
      };
    },
    [drafts, name],
  );
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Whoever chooses another place since is not called back. */
function forgetOnceElsewhere(drafts: Drafts): void {
  const forget = (): void => {
    left.delete(drafts);
    removeEventListener('focusin', forget);
    removeEventListener('pointerdown', forget);
  };
  addEventListener('focusin', forget);
  addEventListener('pointerdown', forget);
}
