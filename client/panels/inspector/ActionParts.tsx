/** What somebody has taken on: the actions of an organization, or of one of those who represent it. */
import { useTranslation } from 'react-i18next';
import { useMap } from '#client/map/MapContext.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { actionsOf, byDay, isOver } from '#shared/map/readings/partOf.ts';
import { LinkList } from './LinkList.tsx';

export function ActionParts({ organization, chosen }: { readonly organization: string; readonly chosen: EntityRef }) {
  const { t } = useTranslation();
  const map = useMap();
  const theirs =
    chosen.collection === 'representatives'
      ? map.actions.filter((one) => one.owner_representative_id === chosen.id)
      : actionsOf(map, organization);
  const links = theirs
    .toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)) || byDay(a, b))
    .map(({ id, due_on: due, status }) => {
      const ref = { collection: 'actions', id } as const;
      const facts = [
        ...(due === null ? [] : [t('yours.due', { date: new Date(`${due}T00:00:00Z`) })]),
        t(`map.value.${status}`),
      ];
      return { ref, text: [entityName(map, ref, t), ...facts].join(' · ') };
    });
  return <LinkList title={t('map.tabs.actions')} empty={t('yours.noActionsHere')} links={links} />;
}
