/** The page's entry: builds what the pages need from the browser, and shows the app. */
import '@fontsource-variable/inter/index.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app/App.tsx';
import { LateLoading } from './app/LateLoading.ts';
import { Preferences } from './app/Preferences.ts';
import { ServicesContext } from './app/Services.ts';
import { Api } from './connection/api/Api.ts';
import { deviceMark } from './connection/device/deviceMark.ts';
import { VisitedBoards } from './connection/device/VisitedBoards.ts';
import type { Shelf } from './connection/device/VisitedBoards.ts';
import { createTexts, takeBoardTexts } from './locales/createTexts.ts';

/** Storage throws on mere access where the browser refuses it. */
const shelf: Shelf = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
};
const tab: Shelf = {
  getItem: (key) => sessionStorage.getItem(key),
  setItem: (key, value) => sessionStorage.setItem(key, value),
};
const preferences = new Preferences(shelf);
const visited = new VisitedBoards(shelf, tab);
window.addEventListener('storage', () => visited.reread());
const texts = await createTexts(preferences.choices().language);
const late = new LateLoading(async () => {
  const { lateParts } = await import('./app/lateParts.ts');
  await takeBoardTexts(texts, lateParts.texts);
  return lateParts;
});
const services = {
  api: new Api(
    (input, init) => fetch(input, init),
    undefined,
    () => deviceMark(shelf),
    () => texts.language,
  ),
  visited,
  preferences,
  late,
  report: (fault: unknown) => reportError(fault),
};
const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={texts}>
      <ServicesContext value={services}>
        <App />
      </ServicesContext>
    </I18nextProvider>
  </StrictMode>,
);
