/** The ways onto the board: what brings a room in first and large, then the other roles, the room's screen, and my own way back. */
import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useRole } from '#client/board/BoardContext.ts';
import type { Answer } from '#client/connection/api/Api.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { BoardLinks } from '#shared/wire/http.ts';
import { isLoopback } from '#shared/wire/isLoopback.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { AddressChoice, Unreachable } from './AddressChoice.tsx';
import { LinkRow } from './LinkRow.tsx';
import { ManageLinks } from './ManageLinks.tsx';
import { PersonalLink } from './PersonalLink.tsx';
import { RoomCode } from './RoomCode.tsx';
import { shareOrigins } from '#shared/wire/shareOrigins.ts';
import { Failed } from '#client/ui/messages/Failed.tsx';
import styles from './SharePanel.module.css';
import { askedOwner, useOwner } from '#client/panels/people/useOwner.ts';

/** Participants have the code of the room. */
const otherRoles = ['observer', 'facilitator'] as const;

export interface SharePanelProps {
  /** how the room's screen is opened, for facilitators */
  readonly room?: ReactNode;
}

export function SharePanel({ room }: SharePanelProps) {
  const { t } = useTranslation();
  const { server, origin } = useBoard();
  const mayShare = mayDo(useRole(), 'administer');
  const [links, setLinks] = useState<BoardLinks | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const { owner } = useOwner();
  const [wanted, setWanted] = useState<string | null>(null);

  const load = useCallback(
    async (isShown: () => boolean = () => true): Promise<void> => {
      const answer = await server.links();
      if (!isShown()) return;
      if (answer.ok) setLinks(answer.value);
      else setFailed(answer.code);
    },
    [server],
  );
  useEffect(() => {
    if (!mayShare) return undefined;
    let isShown = true;
    void load(() => isShown);
    return () => {
      isShown = false;
    };
  }, [load, mayShare]);

  const change = async (asked: Promise<Answer<BoardLinks>>): Promise<boolean> => {
    const answer = await asked;
    if (answer.ok) setLinks(answer.value);
    setFailed(answer.ok ? null : answer.code);
    // what another one set in between is to be seen
    if (!answer.ok && answer.code === 'end-moved') await load();
    return answer.ok;
  };

  const origins = links === null ? [] : shareOrigins(origin, links.reach);
  const chosen = origins.find((one) => one === wanted) ?? origins[0] ?? null;
  // whether one's own address reaches others is known with the links
  const isKnown = links !== null || failed !== null || !mayShare;
  const personal = chosen ?? (isLoopback(new URL(origin).hostname) ? null : origin);

  return (
    <div className={styles['panel']}>
      {!mayShare && <p className={styles['hint']}>{t('share.askFacilitator')}</p>}
      {failed !== null && <Failed>{t('share.failed', { reason: t(`refusal.${failed}`) })}</Failed>}
      {links !== null && (
        <>
          {chosen === null && <Unreachable lacking={links.reach.lacking} />}
          <RoomCode origin={chosen} links={links}>
            <AddressChoice origins={origins} chosen={chosen} onChoose={setWanted} />
          </RoomCode>
          {chosen !== null &&
            otherRoles.map((one) => (
              <LinkRow key={one} role={one} link={`${chosen}${links.links[one]}`} ends={links.ends[one]} />
            ))}
          <Suspense fallback={null}>{room}</Suspense>
        </>
      )}
      {isKnown && <PersonalLink origin={personal} isOwner={owner?.isMe === true} />}
      {links !== null && <ManageLinks links={links} owner={askedOwner(owner)} onChange={change} />}
    </div>
  );
}
