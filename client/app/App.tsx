/** The routes, the appearance, and the last resort when a page breaks. */
import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import { changeLanguage } from '#client/locales/createTexts.ts';
import { keepFocus } from '#client/ui/focus/keepFocus.ts';
import { readBoardId } from './join/boardLink.ts';
import { DoorPage } from './join/DoorPage.tsx';
import { FailedPage } from './FailedPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { useServices } from './Services.ts';
import { useAppearance, useChoices } from './useChoices.ts';

/** Who opens a board does not load the start page. */
const HomePage = lazy(async () => ({ default: (await import('./home/HomePage.tsx')).HomePage }));

/** A window that shows the workshop to a room. */
const RoomDoor = lazy(async () => ({ default: (await import('./room/RoomDoor.tsx')).RoomDoor }));

export function App() {
  const { report } = useServices();
  const { language, letters } = useChoices();
  const appearance = useAppearance();
  const { i18n } = useTranslation();
  // at once: a page that is printed does not wait
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = appearance;
    document.documentElement.dataset['letters'] = letters;
  }, [appearance, letters]);
  const [spoken, direction] = [i18n.language, i18n.dir(i18n.language)];
  useLayoutEffect(() => {
    document.documentElement.lang = spoken;
    document.documentElement.dir = direction;
  }, [spoken, direction]);
  useEffect(() => keepFocus(document), []);
  useEffect(() => {
    changeLanguage(i18n, language).catch(report);
  }, [language, i18n, report]);
  return (
    <ErrorBoundary onFault={report} renderFailed={(failed) => <FailedPage failed={failed} />}>
      <Switch>
        <Route path="/">
          <Suspense fallback={null}>
            <HomePage />
          </Suspense>
        </Route>
        <Route path="/b/:board/room">
          {({ board }) => (
            <Suspense fallback={null}>
              <RoomDoor board={readBoardId(board)} />
            </Suspense>
          )}
        </Route>
        <Route path="/b/:board">
          {({ board }) => {
            const id = readBoardId(board);
            return <DoorPage key={id} board={id} />;
          }}
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </ErrorBoundary>
  );
}
