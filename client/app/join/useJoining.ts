/** Joining: who stays on this device is settled first, then the server is asked for a seat. */
import { useState } from 'react';
import { deviceKind } from '#client/connection/device/deviceKind.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { wasMadeHere } from '#client/connection/api/madeBoard.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import type { Door, representativeKinds } from '#shared/wire/http.ts';
import { isBlank, oneLine } from '#shared/text/unseen.ts';
import { useServices } from '#client/app/Services.ts';
import { useTakeOver, type TakeOver } from './useTakeOver.ts';

export interface JoinPageProps {
  readonly board: string;
  readonly door: Door;
  readonly linkKey: string;
  /** This device is on the board already, in another role or as somebody who was away for long. */
  readonly known: VisitedBoard | null;
  readonly onJoined: (me: VisitedBoard) => void;
}

export interface Newcomer {
  readonly name: string;
  readonly organization: string;
  readonly kind: (typeof representativeKinds)[number] | null;
}

export interface Joining {
  readonly takeOver: TakeOver;
  readonly isBusy: boolean;
  readonly failed: Failure | null;
  readonly join: (who: Newcomer) => Promise<void>;
}

export function useJoining({ board, door, linkKey, known, onJoined }: JoinPageProps): Joining {
  const { api, visited } = useServices();
  const takeOver = useTakeOver(known, door);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const join = async ({ name, organization, kind }: Newcomer): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      if (!(await takeOver.isSettled())) return;
    } finally {
      setBusy(false);
    }
    setBusy(true);
    const answer = await api.join(board, {
      key: linkKey,
      name: name.trim(),
      ...(isBlank(organization) ? {} : { organization: organization.trim() }),
      ...(kind === null ? {} : { kind }),
      device: deviceKind(navigator),
    });
    setBusy(false);
    if (!answer.ok) {
      setFailed(answer.code);
      return;
    }
    const { seat, person, role, isOwner } = answer.value;
    const me = {
      id: board,
      title: door.title,
      role,
      link: door.role,
      seat,
      person: person.id,
      name: person.name,
      visitedAt: Date.now(),
      ...(isBlank(organization) ? {} : { comesForOne: true }),
      ...(isOwner ? { owner: wasMadeHere(board) ? ('untold' as const) : ('told' as const) } : {}),
    };
    // not as the board tells them from others of that name
    visited.keepName(oneLine(name));
    takeOver.keep(me);
    onJoined(me);
  };
  return { takeOver, isBusy, failed, join };
}
