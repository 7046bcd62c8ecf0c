/** Shows a page of the app over a real server, for tests: in a made-up language, with the keeper of the focus, as the app has it. */
import { useEffect, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Api } from '#client/connection/api/Api.ts';
import { loadMadeUp, madeUpLanguage } from '#client/testing/loadMadeUp.ts';
import { SmallShelf } from '#client/testing/SmallShelf.ts';
import { VisitedBoards } from '#client/connection/device/VisitedBoards.ts';
import { boardWords } from '#client/locales/boardWords.ts';
import { createTexts, takeBoardTexts } from '#client/locales/createTexts.ts';
import { keepFocus } from '#client/ui/focus/keepFocus.ts';
import { LateLoading } from '#client/app/LateLoading.ts';
import { lateParts } from '#client/app/lateParts.ts';
import { Preferences } from '#client/app/Preferences.ts';
import { ServicesContext, type Services } from '#client/app/Services.ts';

export type Server = { readonly origin: string; readonly wsOrigin: string };

export async function pageServices({ origin }: Server): Promise<Services> {
  const shelf = new SmallShelf();
  const late = new LateLoading(() => Promise.resolve(lateParts));
  await late.load();
  return {
    api: new Api(
      (input, init) => fetch(origin + String(input), init),
      undefined,
      undefined,
      () => madeUpLanguage,
    ),
    visited: new VisitedBoards(shelf),
    preferences: new Preferences(shelf),
    late,
    report: (fault) => reportError(fault),
  };
}

/** Returns how to close it. */
export async function showPage(services: Services, page: ReactNode): Promise<() => void> {
  const texts = await createTexts(madeUpLanguage, loadMadeUp);
  await takeBoardTexts(texts, boardWords, loadMadeUp);
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  root.render(
    <I18nextProvider i18n={texts}>
      <ServicesContext value={services}>
        <Kept>{page}</Kept>
      </ServicesContext>
    </I18nextProvider>,
  );
  return () => {
    root.unmount();
    place.remove();
  };
}

function Kept({ children }: { readonly children: ReactNode }) {
  useEffect(() => keepFocus(document), []);
  return children;
}
