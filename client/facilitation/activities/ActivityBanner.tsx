/** Over the canvas while an activity runs: that it does, who may end it, and the way to one's own part. Begin and end are said. */
import { HeartPulse } from '#client/ui/icons/HeartPulse.tsx';
import { NotebookPen } from '#client/ui/icons/NotebookPen.tsx';
import { Vote } from '#client/ui/icons/Vote.tsx';
import { X } from '#client/ui/icons/X.tsx';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useScreen } from '#client/board/BoardContext.ts';
import { InTurn } from '#client/board/InTurn.tsx';
import { useActivities, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { spent } from '#shared/workshop/votes.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './ActivityBanner.module.css';
import type { OwnActivity } from './OwnActivity.ts';
import { endSentence } from './endSentence.ts';
import { hasOffer } from './sealedDrafts.ts';
import { useFreshActivities, useOwnActivity } from './useOwnActivity.ts';
import { wantActivity } from './wantedActivity.ts';

const icons = { ideas: NotebookPen, vote: Vote, pulse: HeartPulse } as const;

export function ActivityBanner() {
  const { screen } = useBoard();
  const isOpen = useScreen(({ panel }) => panel === 'workshop');
  const activities = useActivities();
  useActivityNews(activities);
  const open = activities.filter(({ status }) => status === 'open');
  // revealed ideas are shown themselves
  const fresh = useFreshActivities().filter(({ kind, status }) => kind !== 'ideas' || status === 'discarded');
  // one's own part is in sight
  if (isOpen) return null;
  const openAt = ({ id }: SealedActivity): void => {
    wantActivity(id);
    screen.open('workshop');
  };
  return (
    <>
      {open.map((activity) => (
        <InTurn key={activity.id} name={activity.id} as="activity">
          <Banner activity={activity} onOpen={() => openAt(activity)} />
        </InTurn>
      ))}
      {fresh.map((activity) => (
        <InTurn key={activity.id} name={`${activity.id} ended`} as="result">
          <EndedActivityBanner activity={activity} onOpen={() => openAt(activity)} />
        </InTurn>
      ))}
    </>
  );
}

function Banner({ activity, onOpen }: { readonly activity: SealedActivity; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const { role } = useWorkshop();
  const own = useOwnActivity(activity.id);
  const Icon = icons[activity.kind];
  return (
    <div className={styles['banner']}>
      <Icon aria-hidden="true" />
      <p>
        <strong>{t(`sealed.${activity.kind}.banner`)}</strong> {mine(activity, own, t)}
      </p>
      <Button look="primary" onClick={onOpen}>
        {t(mayDo(role, 'edit') ? `sealed.${activity.kind}.act` : 'sealed.look')}
      </Button>
    </div>
  );
}

interface EndedActivityBannerProps {
  readonly activity: SealedActivity;
  readonly onOpen: () => void;
}

function EndedActivityBanner({ activity, onOpen }: EndedActivityBannerProps) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const drafts = useDrafts();
  const Icon = icons[activity.kind];
  const isUnsent = hasOffer(drafts, activity.id);
  const hasResult = activity.status !== 'discarded';
  return (
    <div className={styles['banner']}>
      <Icon aria-hidden="true" />
      <p>
        {endSentence(activity, t)}
        {isUnsent && ` ${t('sealed.unsent.banner')}`}
      </p>
      {(hasResult || isUnsent) && (
        <Button onClick={onOpen}>{t(isUnsent ? 'sealed.unsent.see' : 'sealed.seeResult')}</Button>
      )}
      <IconButton label={t('common.dismiss')} onClick={() => sealed?.putAway(activity.id)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function mine(activity: SealedActivity, own: OwnActivity, t: TFunction): string {
  if (own.abstains) return t('sealed.abstaining');
  switch (activity.kind) {
    case 'ideas':
      return own.ideas.length === 0
        ? t('sealed.ideas.bannerHint')
        : t('sealed.ideas.mine', { count: own.ideas.length });
    case 'vote': {
      const left = activity.dots - spent(own.dots);
      return t('sealed.vote.left', { count: left, of: activity.dots });
    }
    case 'pulse':
      return own.answered ? t('sealed.pulse.answered') : t('sealed.pulse.bannerHint');
  }
}

/** Says what began or ended since this page looked; not what was there when it came. */
function useActivityNews(activities: readonly SealedActivity[]): void {
  const { t } = useTranslation();
  const { spoken } = useBoardMap();
  const before = useRef<ReadonlyMap<string, SealedActivity['status']> | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = new Map(activities.map(({ id, status }) => [id, status]));
    if (known === null) return;
    for (const activity of activities) {
      const { id, kind, status } = activity;
      if (known.get(id) === status) continue;
      if (status === 'open') spoken.say(t(`sealed.${kind}.began`));
      else if (known.get(id) === 'open') spoken.say(endSentence(activity, t));
    }
  }, [activities, spoken, t]);
}
