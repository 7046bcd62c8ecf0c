/** What is added from above the outline, and the way back. */
import { Plus } from '#client/ui/icons/Plus.tsx';
import { Undo2 } from '#client/ui/icons/Undo2.tsx';
import { useTranslation } from 'react-i18next';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { addInterestAct, addOrganizationAct, type OutlineActs } from './outlineMenu.ts';
import styles from './OutlinePanel.module.css';

export function OutlineAdds({ acts }: { readonly acts: OutlineActs }) {
  const { t } = useTranslation();
  const { selection, history, spoken } = useBoardMap();
  return (
    <div className={styles['adds']}>
      {acts.whyNot('interests', null, null) === null && (
        <Button icon={<Plus aria-hidden="true" />} onClick={() => addInterestAct(acts)}>
          {t('map.outline.addInterest')}
        </Button>
      )}
      {acts.whyNot('organizations', null, null) === null && (
        <Button
          icon={<Plus aria-hidden="true" />}
          onClick={() => addOrganizationAct(acts, interestOf(acts.map, selection.chosen()[0]))}
        >
          {t('map.outline.addOrganization')}
        </Button>
      )}
      <IconButton
        label={t('map.outline.undo')}
        onClick={() => {
          if (history.undo()) spoken.say(t('map.outline.undone'));
        }}
      >
        <Undo2 aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** A new organization goes where the person is: into the chosen interest, or that of the chosen card. */
function interestOf(map: PartnershipMap, ref: EntityRef | undefined): string | null {
  if (ref?.collection === 'interests') return ref.id;
  if (ref?.collection === 'placements') return map.placements.find(({ id }) => id === ref.id)?.interest_id ?? null;
  return null;
}
