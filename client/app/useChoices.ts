/** The person's choices, and the appearance that follows from them and from the device. */
import { useEffect, useState, useSyncExternalStore } from 'react';
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
  if (theme !== 'system') return theme;
  if (prefersContrast && !prefersDark) return 'contrast';
  return prefersDark ? 'dark' : 'light';
}

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const onChange = (): void => setMatches(list.matches);
    onChange();
    list.addEventListener('change', onChange);
    return () => list.removeEventListener('change', onChange);
  }, [query]);
  return matches;
}
