/** The words of what is shown to all, which come with the code that shows it. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import words from '#shared/words/en/roomScreen.json';
import { takeArea, takeTexts } from '#client/locales/createTexts.ts';

export function useRoomWords(): void {
  const { i18n } = useTranslation();
  useState(() => takeTexts(i18n, words, { silent: true }));
  useEffect(() => {
    takeArea(i18n, 'roomScreen').catch(reportError);
  }, [i18n, i18n.language]);
}
