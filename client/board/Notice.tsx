/** A message over the canvas when its turn has come: what went wrong before what is only told. */
import { NoticeCard, type NoticeCardProps } from '#client/ui/messages/NoticeCard.tsx';
import { InTurn } from './InTurn.tsx';
import type { Importance } from './Turns.ts';

export interface NoticeProps extends NoticeCardProps {
  /** Where its look says too much or too little of that. */
  readonly as?: Importance;
}

export function Notice({ as, ...card }: NoticeProps) {
  return (
    <InTurn as={as ?? (card.look === 'warning' ? 'warning' : 'news')}>
      <NoticeCard {...card} />
    </InTurn>
  );
}
