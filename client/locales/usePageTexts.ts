/** For pages that bring their own texts: there from the first drawing on, and never again. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeTexts } from './createTexts.ts';

/** `table` is English; the pages on which it was there before stay as they are. Other languages bring theirs with the page. */
export function usePageTexts(table: object): void {
  const { i18n } = useTranslation();
  useState(() => takeTexts(i18n, table, { silent: true }));
}
