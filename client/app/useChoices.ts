/** The person's choices, and the appearance that follows from them and from the device. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Choices } from './Preferences.ts';
import { useServices } from './Services.ts';

export type Appearance = 'light' | 'dark' | 'contrast';

export function useChoices(): Choices {
  const { preferences } = useServices();
  return useSyncExternalStore(preferences.subscribe, preferences.choices);
}

export function useAppearance(): Appearance {
  const { theme } = useChoices();
  const prefersDark = useMedia('(prefers-color-scheme: dark)');
  const prefersContrast = useMedia('(prefers-contrast: more)');
  const isPrinted = useMedia('print');
  const chosen =
    theme !== 'system' ? theme : prefersContrast && !prefersDark ? 'contrast' : prefersDark ? 'dark' : 'light';
  // paper is white whatever the screen is
  return isPrinted && chosen === 'dark' ? 'light' : chosen;
}

/** Drawn anew at once: a page that is printed does not wait. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (run: () => void): (() => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', run);
      return () => list.removeEventListener('change', run);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
