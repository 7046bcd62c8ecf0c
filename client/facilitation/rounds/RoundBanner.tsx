/** Over the canvas while a round runs: that it does, who may end it, and the way to one's own part. Begin and end are said. */
import { HeartPulse } from '#client/ui/icons/HeartPulse.tsx';
import { NotebookPen } from '#client/ui/icons/NotebookPen.tsx';
import { Vote } from '#client/ui/icons/Vote.tsx';
import { X } from '#client/ui/icons/X.tsx';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useScreen } from '#client/board/BoardContext.ts';
import { useRounds, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { spent } from '#shared/workshop/votes.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './RoundBanner.module.css';
import type { OwnRound } from './OwnRound.ts';
import { endSentence } from './endSentence.ts';
import { hasOffer } from './sealedDrafts.ts';
import { useFreshRounds, useOwnRound } from './useOwnRound.ts';
import { wantRound } from './wantedRound.ts';

const icons = { ideas: NotebookPen, vote: Vote, pulse: HeartPulse } as const;

export function RoundBanner() {
  const { screen } = useBoard();
  const isOpen = useScreen(({ panel }) => panel === 'workshop');
  const rounds = useRounds();
  useRoundNews(rounds);
  const open = rounds.filter(({ status }) => status === 'open');
  // revealed ideas are shown themselves
  const fresh = useFreshRounds().filter(({ kind, status }) => kind !== 'ideas' || status === 'discarded');
  // one's own part is in sight
  if (isOpen) return null;
  const openAt = ({ id }: SealedActivity): void => {
    wantRound(id);
    screen.open('workshop');
  };
  return (
    <>
      {open.map((round) => (
        <Banner key={round.id} round={round} onOpen={() => openAt(round)} />
      ))}
      {fresh.map((round) => (
        <EndedBanner key={round.id} round={round} onOpen={() => openAt(round)} />
      ))}
    </>
  );
}

function Banner({ round, onOpen }: { readonly round: SealedActivity; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const { role } = useWorkshop();
  const own = useOwnRound(round.id);
  const Icon = icons[round.kind];
  return (
    <div className={styles['banner']}>
      <Icon aria-hidden="true" />
      <p>
        <strong>{t(`sealed.${round.kind}.banner`)}</strong> {mine(round, own, t)}
      </p>
      <Button look="primary" onClick={onOpen}>
        {t(mayDo(role, 'edit') ? `sealed.${round.kind}.act` : 'sealed.look')}
      </Button>
    </div>
  );
}

interface EndedBannerProps {
  readonly round: SealedActivity;
  readonly onOpen: () => void;
}

function EndedBanner({ round, onOpen }: EndedBannerProps) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const drafts = useDrafts();
  const Icon = icons[round.kind];
  const isUnsent = hasOffer(drafts, round.id);
  const hasResult = round.status !== 'discarded';
  return (
    <div className={styles['banner']}>
      <Icon aria-hidden="true" />
      <p>
        {endSentence(round, t)}
        {isUnsent && ` ${t('sealed.unsent.banner')}`}
      </p>
      {(hasResult || isUnsent) && (
        <Button onClick={onOpen}>{t(isUnsent ? 'sealed.unsent.see' : 'sealed.seeResult')}</Button>
      )}
      <IconButton label={t('common.dismiss')} onClick={() => sealed?.putAway(round.id)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function mine(round: SealedActivity, own: OwnRound, t: TFunction): string {
  if (own.abstains) return t('sealed.abstaining');
  switch (round.kind) {
    case 'ideas':
      return own.ideas.length === 0
        ? t('sealed.ideas.bannerHint')
        : t('sealed.ideas.mine', { count: own.ideas.length });
    case 'vote': {
      const left = round.dots - spent(own.dots);
      return t('sealed.vote.left', { count: left, of: round.dots });
    }
    case 'pulse':
      return own.answered ? t('sealed.pulse.answered') : t('sealed.pulse.bannerHint');
  }
}

/** Says what began or ended since this page looked; not what was there when it came. */
function useRoundNews(rounds: readonly SealedActivity[]): void {
  const { t } = useTranslation();
  const { spoken } = useBoardMap();
  const before = useRef<ReadonlyMap<string, SealedActivity['status']> | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = new Map(rounds.map(({ id, status }) => [id, status]));
    if (known === null) return;
    for (const round of rounds) {
      const { id, kind, status } = round;
      if (known.get(id) === status) continue;
      if (status === 'open') spoken.say(t(`sealed.${kind}.began`));
      else if (known.get(id) === 'open') spoken.say(endSentence(round, t));
    }
  }, [rounds, spoken, t]);
}
