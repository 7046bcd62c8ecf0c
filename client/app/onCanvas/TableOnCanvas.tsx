/**
 * Who is at the table is said by people: one press on a card, and a question of one line when somebody puts the first
 * representative on an organization that is not (OUTLINE-20). The question takes no focus and waits until it is answered.
 */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InTurn } from '#client/board/InTurn.tsx';
import { EngagementButton } from '#client/canvas/frame/EngagementButton.tsx';
import { seatAtTable } from '#client/map/mapActions.ts';
import { useBoardMap, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { Button } from '#client/ui/Button.tsx';
import type { Change } from '#shared/map/Change.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { MountedCanvas } from './ViewsOnCanvas.tsx';
import styles from './AsksOnCanvas.module.css';

export interface TableQuestion {
  /** The organization that is asked about. */
  readonly asked: string | null;
  readonly close: () => void;
}

/** Hears of first representatives. Apart from the question, which stands elsewhere where the window becomes narrow. */
export function useTableQuestion(): TableQuestion {
  const { t } = useTranslation();
  const { boardMap, spoken } = useBoardMap();
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(
    () =>
      boardMap.onAct((changes) => {
        const organization = firstSpeakerOf(boardMap.map(), changes);
        if (organization === null) return;
        setAsked(organization);
        const name = boardMap.map().organizations.find(({ id }) => id === organization)?.name;
        spoken.say(t('frame.table.ask', { name: name || t('map.unnamed.organizations') }));
      }),
    [boardMap, spoken, t],
  );
  const close = useCallback(() => setAsked(null), []);
  return { asked, close };
}

export function TableOnCanvas({ canvas, asked, close }: TableQuestion & { readonly canvas: MountedCanvas }) {
  const { t } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const { run } = useCommands();
  const nameOf = (id: string): string =>
    map.organizations.find((one) => one.id === id)?.name || t('map.unnamed.organizations');
  if (readOnly) return null;
  const seat = (organization: string): void => {
    close();
    run(seatAtTable(organization), t('frame.table.done', { name: nameOf(organization) }));
  };
  // answered elsewhere, or gone
  const isOpen = asked !== null && isAway(map, asked);
  return (
    <>
      {canvas !== null && (
        <EngagementButton
          editor={canvas.editor}
          text={t('frame.table.press')}
          nameOf={(organization) => t('frame.table.pressOf', { name: nameOf(organization) })}
          isAway={(organization) => isAway(map, organization)}
          onPress={seat}
        />
      )}
      {isOpen && (
        <InTurn as="table">
          <div className={styles['line']} role="group" aria-label={t('frame.table.ask', { name: nameOf(asked) })}>
            <p>{t('frame.table.ask', { name: nameOf(asked) })}</p>
            <Button look="primary" onClick={() => seat(asked)}>
              {t('frame.table.yes')}
            </Button>
            <Button look="plain" onClick={close}>
              {t('frame.table.no')}
            </Button>
          </div>
        </InTurn>
      )}
    </>
  );
}

function isAway(map: PartnershipMap, organization: string): boolean {
  const found = map.organizations.find(({ id }) => id === organization);
  return found !== undefined && found.engagement !== 'partner';
}

/** The organization that has its first representative by this act and is not at the table. */
function firstSpeakerOf(map: PartnershipMap, changes: readonly Change[]): string | null {
  for (const change of changes) {
    if (change.op !== 'add' || change.collection !== 'representatives') continue;
    const organization = String(change.entity['organization_id'] ?? '');
    const isFirst = map.representatives.filter((one) => one.organization_id === organization).length === 1;
    if (isFirst && isAway(map, organization)) return organization;
  }
  return null;
}
