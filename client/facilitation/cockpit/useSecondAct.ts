/** The second of the likely acts: what it is called, and doing it. */
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, usePeopleHere } from '#client/board/BoardContext.ts';
import { useActivities, useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { useJustCame } from '#client/facilitation/steps/useJustCame.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { readyCount } from '#shared/workshop/readyCount.ts';
import { likelyActs, type SecondAct, type Standing } from './likelyActs.ts';

export interface SecondActNow {
  readonly act: SecondAct;
  readonly label: string;
  /** As of the first act (STEP-11). */
  readonly isResting: boolean;
  readonly press: () => void;
}

/** Null while no step runs. */
export function useSecondAct(): SecondActNow | null {
  const { t } = useTranslation();
  const state = useWorkshopState();
  const map = useMap();
  const standing = useMemo(() => standingOn(map), [map]);
  const act = likelyActs(state, useActivities(), standing)?.second ?? null;
  const here = usePeopleHere();
  const perform = usePerform();
  const isNew = useJustCame(act === null ? '' : keyOf(act));
  const [isBusy, setBusy] = useState(false);
  if (act === null) return null;
  const run = async (): Promise<void> => {
    setBusy(true);
    await perform(act);
    setBusy(false);
  };
  const ready = state.ready === null ? null : readyCount(state.ready, here);
  return {
    act,
    label: labelOf(act, ready, t),
    isResting: isNew || isBusy,
    press: () => {
      if (!isNew && !isBusy) void run();
    },
  };
}

function standingOn(map: PartnershipMap): Standing {
  return {
    sheets: new Set(map.sheets.map(({ id }) => id)),
    hasInterests: map.interests.length > 0,
    hasActions: map.actions.length > 0,
  };
}

function keyOf(act: SecondAct): string {
  return act.do === 'showBig' ? `${act.do} ${act.sheet.kind}` : act.do;
}

function usePerform(): (act: SecondAct) => Promise<unknown> {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { screen } = useBoard();
  const { selection } = useBoardMap();
  return async (act) => {
    switch (act.do) {
      case 'closeBig':
        return ask({ do: 'closeBig', at: act.at });
      case 'endReady':
        return ask({ do: 'endReady', asked: act.asked });
      case 'addMinute':
        return ask({ do: 'addTime', minutes: 1 });
      case 'ask':
        return ask({ do: 'askReady', question: t('workshop.ready.question') });
      case 'showBig':
        return ask({ do: 'showBig', sheet: act.sheet });
      case 'group':
        selection.choose([{ collection: 'sheets', id: act.activity.id }]);
        return screen.open('sheets');
      case 'goOn':
        return undefined;
    }
  };
}

function labelOf(act: SecondAct, ready: { readonly ready: number; readonly of: number } | null, t: TFunction): string {
  switch (act.do) {
    case 'closeBig':
      return t('workshop.cockpit.closeBig');
    case 'endReady':
      return t('workshop.cockpit.endReady', { ready: ready?.ready ?? 0, of: ready?.of ?? 0 });
    case 'addMinute':
      return t('workshop.cockpit.oneMore');
    case 'ask':
      return t('workshop.do.ask');
    case 'showBig':
      return t(`workshop.cockpit.show.${act.sheet.kind}`);
    case 'group':
      return t('sealed.ideas.group');
    case 'goOn':
      return t('workshop.nextIs', { title: act.step.title });
  }
}
