/** The address of the room's screen: in with the link of observers, and nobody is asked anything. */
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpeningPage } from '#client/app/board/OpeningPage.tsx';
import { useServices } from '#client/app/Services.ts';
import { Button } from '#client/ui/Button.tsx';
import { Link2 } from '#client/ui/icons/Link2.tsx';
import { MessagePage } from '#client/ui/messages/MessagePage.tsx';
import { RoomPage } from './RoomPage.tsx';
import { enterAsScreen, type Entered } from './screenSeat.ts';

export function RoomDoor({ board }: { readonly board: string }) {
  const { t } = useTranslation();
  const { api, late, report } = useServices();
  const [entered, setEntered] = useState<Entered | null>(null);
  const [tries, setTries] = useState(0);
  // its words come meanwhile, and are no reason to come in again
  const nameOf = useEffectEvent(() => t('roomScreen.name'));
  useEffect(() => {
    let isShown = true;
    const enter = async (): Promise<void> => {
      // with it come the words of this page
      await late.load().catch(report);
      const found = await enterAsScreen(board, location.hash, nameOf(), api);
      if (!isShown) return;
      // the key leaves the address: it is on a wall
      if (found.at === 'screen') history.replaceState(null, '', location.pathname);
      setEntered(found);
    };
    // a new number is a new try
    if (tries >= 0) void enter();
    return () => {
      isShown = false;
    };
  }, [board, api, late, report, tries]);
  if (entered === null) return <OpeningPage text={t('board.opening')} />;
  if (entered.at === 'screen') return <RoomPage key={entered.me.seat} board={board} me={entered.me} />;
  if (entered.at === 'refused')
    return (
      <MessagePage
        icon={<Link2 />}
        title={t('roomScreen.cannotOpen')}
        actions={<Button onClick={() => setTries(tries + 1)}>{t('roomScreen.tryAgain')}</Button>}
      >
        <p>{t(`refusal.${entered.code}`)}</p>
      </MessagePage>
    );
  return (
    <MessagePage icon={<Link2 />} title={t(`roomScreen.${entered.at}`)} actions={null}>
      <p>{t(`roomScreen.${entered.at}Hint`)}</p>
    </MessagePage>
  );
}
