/** What a facilitator shows large stands over everything, until it is closed for all or put away on this device. */
import { Suspense, useState } from 'react';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { BigDialog, BigWaits } from '#client/room/lateRoom.ts';

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
  const [state, setState] = useState<'open' | 'waits' | 'away'>(() => (isWriting() ? 'waits' : 'open'));
  if (big === null || state === 'away') return null;
  return (
    <Suspense fallback={null}>
      {state === 'open' ? (
        <BigDialog big={big} onPutAway={() => setState('away')} />
      ) : (
        <BigWaits sheet={big.sheet} onLook={() => setState('open')} onLater={() => setState('away')} />
      )}
    </Suspense>
  );
}
