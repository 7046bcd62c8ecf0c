/**
 * The one place over the canvas where something is asked or told, one thing at a time (`InTurn`). It stands below the bar, on a
 * telephone above the tools or, where a panel is open, above the panel, which makes room for it.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useMedia } from '#client/app/useChoices.ts';
import { useServices } from '#client/app/Services.ts';
import { useBoard, useScreen } from '#client/board/BoardContext.ts';
import { ActivityBanner } from '#client/facilitation/activities/ActivityBanner.tsx';
import { RevealLands } from '#client/facilitation/ideas/RevealLands.tsx';
import { ReadyAsk } from '#client/facilitation/ready/ReadyAsk.tsx';
import { SpotlightAsk } from '#client/facilitation/spotlight/SpotlightAsk.tsx';
import { StepCard } from '#client/facilitation/steps/StepCard.tsx';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { TimeUp } from '#client/facilitation/timer/TimeUp.tsx';
import type { KeptWords } from '#client/map/KeptWords.ts';
import { ReturnLinkNotice } from '#client/panels/share/ReturnLinkNotice.tsx';
import { SnapshotNews } from '#client/panels/snapshots/SnapshotNews.tsx';
import { CanvasHint } from './CanvasHint.tsx';
import { Notices } from './Notices.tsx';
import styles from './OneAtATime.module.css';
import { WordsKept } from './WordsKept.tsx';

/** Here a panel covers most of the canvas. */
const panelCovers = '(max-width: 599px)';

export function OneAtATime({ words }: { readonly words: KeptWords }) {
  const { screen } = useBoard();
  const isCovered = useMedia(panelCovers);
  const place = useHeightTold();
  return (
    <div ref={place} className={styles['place']}>
      <WordsKept words={words} />
      <OwnersLink />
      <ActivityBanner />
      <ReadyAsk />
      <StepCard />
      <SnapshotNews />
      <Notices />
      <TimeUp />
      <RevealLands onClear={() => isCovered && screen.open(null)} />
      <SpotlightAsk />
      <CanvasHint />
    </div>
  );
}

/**
 * Once, for who started the board: nobody else can give them the link that brings them back. It waits while they look at a panel
 * that they opened, or lead a step: nothing drops over the board while somebody is at something else.
 */
function OwnersLink() {
  const { id } = useBoard();
  const isElsewhere = useScreen(({ panel, wasOpened }) => panel !== null && wasOpened);
  const { step } = useWorkshopState();
  const { visited } = useServices();
  const isUntold = useSyncExternalStore(visited.subscribe, () => visited.find(id)?.owner === 'untold');
  return isUntold && !isElsewhere && step === null && <ReturnLinkNotice onSeen={() => visited.ownerTold(id)} />;
}

/** A panel on a telephone ends below what stands here. */
function useHeightTold() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    const page = element?.closest('main')?.parentElement;
    if (!element || !page || typeof ResizeObserver === 'undefined') return undefined;
    const watch = new ResizeObserver(() => {
      const height = element.offsetHeight;
      page.style.setProperty('--told', height === 0 ? '0px' : `${height + 16}px`);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return place;
}
