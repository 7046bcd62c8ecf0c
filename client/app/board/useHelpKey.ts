/** `?` opens the keyboard help, except while somebody types or has switched single letters off. */
import { useEffect } from 'react';
import { useChoices } from '#client/app/useChoices.ts';

export function useHelpKey(onHelp: () => void): void {
  const { singleLetters } = useChoices();
  useEffect(() => {
    if (!singleLetters) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target;
      if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
        return;
      event.preventDefault();
      onHelp();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [singleLetters, onHelp]);
}
