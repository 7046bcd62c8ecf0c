/** Which organizations stand in an interest, in the order of the outline. */
import { useTranslation } from 'react-i18next';
import { useMap } from '#client/map/MapContext.ts';
import { organizationName } from '#client/panels/things/entityName.ts';
import { LinkList } from './LinkList.tsx';

export function InterestParts({ interest }: { readonly interest: string }) {
  const { t } = useTranslation();
  const map = useMap();
  const links = map.placements
    .filter((one) => one.interest_id === interest)
    .map((one) => ({
      ref: { collection: 'placements', id: one.id } as const,
      text: [
        organizationName(map, one.organization_id, t),
        ...(one.part_of_work === null ? [] : [t(`map.value.${one.part_of_work}`)]),
      ].join(' · '),
    }));
  return <LinkList title={t('map.structure.interestOrganizations')} empty={t('map.outline.nobody')} links={links} />;
}
