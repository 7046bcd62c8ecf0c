/** Of the organization that somebody came for: its actions, who is missing where it stands, and its roles at the table. */
import { useTranslation } from 'react-i18next';
import { useMap } from '#client/map/MapContext.ts';
import { entityName, organizationName } from '#client/panels/things/entityName.ts';
import { KindMark } from '#client/ui/KindMark.tsx';
import type { Part } from '#shared/map/readings/partOf.ts';
import { ActionWay } from './ActionWay.tsx';
import { useYourPlace } from './useYourPlace.ts';
import { WhomYouComeFor } from './WhomYouComeFor.tsx';
import styles from './YourPart.module.css';
import { Way, YourSection } from './YourSection.tsx';

export function YourPart() {
  const { t } = useTranslation();
  const place = useYourPlace();
  if (place === null) return <p className={styles['quiet']}>{t('yours.loading')}</p>;
  const { organization, part } = place;
  return (
    <>
      <WhomYouComeFor place={place} />
      {organization !== null && part !== null && (
        <>
          <OwnActions organization={organization.id} part={part} />
          <Missing part={part} />
          <Roles part={part} />
        </>
      )}
    </>
  );
}

function OwnActions({ organization, part }: { readonly organization: string; readonly part: Part }) {
  const { t } = useTranslation();
  const map = useMap();
  return (
    <>
      <YourSection title={t('yours.actions', { name: organizationName(map, organization, t) })}>
        {part.actions.length === 0 && <p className={styles['quiet']}>{t('yours.noActions')}</p>}
        <ul className={styles['rows']}>
          {part.actions.map((action) => (
            <ActionWay key={action.id} action={action} />
          ))}
        </ul>
      </YourSection>
      {part.unowned.length > 0 && (
        <YourSection title={t('yours.nobodys')}>
          <ul className={styles['rows']}>
            {part.unowned.map((action) => (
              <ActionWay key={action.id} action={action} />
            ))}
          </ul>
        </YourSection>
      )}
    </>
  );
}

function Missing({ part }: { readonly part: Part }) {
  const { t } = useTranslation();
  const map = useMap();
  const isPlaced = part.roles.some(({ interests }) => interests.length > 0) || part.missing.length > 0;
  return (
    <YourSection title={t('yours.missing')}>
      {part.missing.length === 0 && (
        <p className={styles['quiet']}>{t(isPlaced ? 'yours.noneMissing' : 'yours.noInterest')}</p>
      )}
      <ul className={styles['rows']}>
        {part.missing.map(({ interest, kinds }) => {
          const ref = { collection: 'interests', id: interest } as const;
          return (
            <li key={interest}>
              <Way to={ref}>
                <strong>{entityName(map, ref, t)}</strong>
                <span className={`${styles['facts']} ${styles['signed']}`}>
                  {kinds.map((kind) => (
                    <KindMark key={kind} kind={kind} isMissing />
                  ))}
                  <span>{t('map.missing', { kinds: kinds.map((kind) => t(`map.kind.${kind}`)) })}</span>
                </span>
              </Way>
            </li>
          );
        })}
      </ul>
    </YourSection>
  );
}

function Roles({ part }: { readonly part: Part }) {
  const { t } = useTranslation();
  const map = useMap();
  return (
    <YourSection title={t('yours.roles')}>
      {part.roles.length === 0 && <p className={styles['quiet']}>{t('yours.noRoles')}</p>}
      <ul className={styles['rows']}>
        {part.roles.map(({ role, interests }) => {
          const ref = { collection: 'representatives', id: role.id } as const;
          const names = interests.map((id) => entityName(map, { collection: 'interests', id }, t));
          return (
            <li key={role.id}>
              <Way to={ref}>
                <strong>{entityName(map, ref, t)}</strong>
                <span className={`${styles['facts']} ${styles['signed']}`}>
                  <KindMark kind={role.kind} />
                  <span>
                    {t(`map.kind.${role.kind}`)},{' '}
                    {names.length === 0 ? t('yours.silent') : t('yours.speaksFor', { interests: names })}
                  </span>
                </span>
              </Way>
            </li>
          );
        })}
      </ul>
    </YourSection>
  );
}
