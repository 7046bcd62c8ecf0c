/** What a facilitator shows large stands over everything, until it is closed for all or put away on this device. */
import { Suspense, useState } from 'react';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { BigDialog, BigStays, BigWaits } from '#client/room/lateRoom.ts';
import { mayDo } from '#shared/wire/roles.ts';

export interface BigOverProps {
  /** Somebody writes just now, and has not sent it. */
  readonly isWriting: () => boolean;
}

export function BigOver({ isWriting }: BigOverProps) {
  const { big } = useWorkshopState().showing;
  // Another one that was opened meanwhile begins anew.
  return big === null ? null : <OneBig key={big.at} isWriting={isWriting} />;
}

function OneBig({ isWriting }: BigOverProps) {
  const { big } = useWorkshopState().showing;
  const { role } = useWorkshop();
  const [state, setState] = useState<'open' | 'waits' | 'stays' | 'away'>(() => (isWriting() ? 'waits' : 'open'));
  if (big === null || state === 'away') return null;
  const look = (): void => setState('open');
  // who leads is told what the room still has before it
  const putAway = (): void => setState(mayDo(role, 'administer') ? 'stays' : 'away');
  return (
    <Suspense fallback={null}>
      {state === 'open' && <BigDialog big={big} onPutAway={putAway} />}
      {state === 'waits' && <BigWaits sheet={big.sheet} onLook={look} onLater={putAway} />}
      {state === 'stays' && <BigStays big={big} onLook={look} onLeave={() => setState('away')} />}
    </Suspense>
  );
}
