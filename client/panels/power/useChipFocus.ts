/** Keeps the focus on a chip that moves: in another cell it is a new element. */
import { useLayoutEffect, useRef } from 'react';

export interface ChipFocus {
  readonly keep: (organization: string, chip: HTMLButtonElement | null) => void;
  /** Once it is drawn again. */
  readonly refocus: (organization: string) => void;
}

export function useChipFocus(): ChipFocus {
  const chips = useRef(new Map<string, HTMLButtonElement>());
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current !== null) chips.current.get(wanted.current)?.focus();
    wanted.current = null;
  });
  return {
    keep(organization, chip) {
      if (chip) chips.current.set(organization, chip);
      else chips.current.delete(organization);
    },
    refocus(organization) {
      wanted.current = organization;
    },
  };
}
