/** Which parts stand open: what was opened on this device, and what something asks for. */
import { useEffect, useState } from 'react';
import { keepParts, keptParts } from './keptParts.ts';
import type { PartName } from './partNames.ts';
import { forgetWantedPart, wantedPart } from './wantedPart.ts';

/** Why a part opens by itself; another reason opens it again where it was folded. */
export type Reasons = Readonly<Partial<Record<PartName, string | null>>>;

export interface OpenParts {
  readonly isOpen: (name: PartName) => boolean;
  readonly toggle: (name: PartName) => void;
}

const shelf = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, value: string) => localStorage.setItem(key, value),
};

export function useOpenParts(reasons: Reasons): OpenParts {
  const [kept, setKept] = useState(() => keptParts(shelf));
  const [folded, setFolded] = useState<Reasons>({});
  const [wanted, setWanted] = useState(wantedPart);
  useEffect(forgetWantedPart, []);
  const isAsked = (name: PartName): boolean => {
    const why = reasons[name] ?? null;
    return wanted === name || (why !== null && folded[name] !== why);
  };
  const isOpen = (name: PartName): boolean => kept.has(name) || isAsked(name);
  return {
    isOpen,
    toggle: (name) => {
      const next = new Set(kept);
      if (isOpen(name)) {
        next.delete(name);
        setFolded({ ...folded, [name]: reasons[name] ?? null });
        if (wanted === name) setWanted(null);
      } else next.add(name);
      keepParts(shelf, next);
      setKept(next);
    },
  };
}
