/** Of a long list the first hundred, and more on request: thousands of lines at once would hold the page. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';

const shownAtOnce = 100;

/** How many of a list to show, and the button for the next ones; null when all are shown. */
export function useShownCount(length: number): { readonly count: number; readonly more: ReactNode } {
  const { t } = useTranslation();
  const [most, setMost] = useState(shownAtOnce);
  const left = length - most;
  return {
    count: most,
    more:
      left > 0 ? <Button onClick={() => setMost(most + shownAtOnce)}>{t('map.csv.showMore', { left })}</Button> : null,
  };
}
