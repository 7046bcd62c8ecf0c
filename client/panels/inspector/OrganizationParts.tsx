/** What belongs to an organization: where it stands and who represents it, each a way to its details. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { isSameRef, type EntityRef } from '#client/map/Selection.ts';
import { entityName, organizationName } from '#client/panels/things/entityName.ts';
import { KindMark } from '#client/ui/KindMark.tsx';
import styles from './InspectorPanel.module.css';

export interface OrganizationPartsProps {
  readonly organization: string;
  readonly chosen: EntityRef;
}

export function OrganizationParts({ organization, chosen }: OrganizationPartsProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { selection } = useBoardMap();
  const id = useId();
  const people = map.representatives.filter((one) => one.organization_id === organization);
  const places = map.placements.filter((one) => one.organization_id === organization && one.interest_id !== null);
  const link = (ref: EntityRef, text: string) => (
    <button
      type="button"
      className={styles['link']}
      aria-current={isSameRef(ref, chosen) || undefined}
      onClick={() => selection.open(ref)}
    >
      {text}
    </button>
  );
  return (
    <>
      {chosen.collection !== 'organizations' && (
        <section className={styles['parts']} aria-labelledby={`${id}-organization`}>
          <h4 id={`${id}-organization`}>{t('map.details.organization')}</h4>
          {link({ collection: 'organizations', id: organization }, organizationName(map, organization, t))}
        </section>
      )}
      <section className={styles['parts']} aria-labelledby={`${id}-people`}>
        <h4 id={`${id}-people`}>{t('map.details.people')}</h4>
        {people.length === 0 && <p className={styles['quiet']}>{t('map.details.noPeople')}</p>}
        <ul>
          {people.map((one) => (
            <li key={one.id}>
              <KindMark kind={one.kind} isSpoken />
              {link(
                { collection: 'representatives', id: one.id },
                entityName(map, { collection: 'representatives', id: one.id }, t),
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles['parts']} aria-labelledby={`${id}-places`}>
        <h4 id={`${id}-places`}>{t('map.details.places')}</h4>
        {places.length === 0 && <p className={styles['quiet']}>{t('map.details.noPlaces')}</p>}
        <ul>
          {places.map((one) => (
            <li key={one.id}>
              {link(
                { collection: 'placements', id: one.id },
                [
                  entityName(map, { collection: 'interests', id: one.interest_id ?? '' }, t),
                  ...(one.part_of_work === null ? [] : [t(`map.value.${one.part_of_work}`)]),
                ].join(' · '),
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
