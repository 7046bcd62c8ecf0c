/** An organization on the wall, with who speaks for it: a role, never a name. */
import { useTranslation } from 'react-i18next';
import { Drawn } from '#client/canvas/drawn/Drawn.tsx';
import { Token } from '#client/room/sheets/Token.tsx';
import { sectorSign } from '#shared/drawings/signs.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import { screenPalette, sectorColor } from '#shared/views/frame/framePalette.ts';
import styles from './InterestView.module.css';

export interface InterestCardProps {
  readonly organization: EntityOf<'organizations'>;
  readonly isHere: boolean;
  readonly people: readonly EntityOf<'representatives'>[];
  /** so many of them have room; of the others only how many they are is said */
  readonly mostRoles: number;
}

export function InterestCard({ organization, isHere, people, mostRoles }: InterestCardProps) {
  const { t } = useTranslation();
  const color = sectorColor(screenPalette, organization.sector);
  const shown = people.slice(0, mostRoles);
  const others = people.length - shown.length;
  return (
    <li className={styles['card']} data-away={!isHere || undefined} style={{ ['--sector' as string]: color }}>
      <svg className={styles['strip']} viewBox="0 0 54 148" preserveAspectRatio="xMidYMid" aria-hidden="true">
        <Drawn drawing={[sectorSign(organization.sector, 13, 60, 28, color)]} />
      </svg>
      <div className={styles['text']}>
        <p className={styles['name']} data-long={organization.name.length > 44 || undefined}>
          {organization.name || t('map.unnamed.organizations')}
        </p>
        {shown.length === 0 && (
          <p className={styles['none']}>{t(isHere ? 'roomScreen.part.nobodyYet' : 'roomScreen.part.invitedNobody')}</p>
        )}
        <div className={styles['roles']}>
          {shown.map(({ id, kind, role_title: role }, at) => (
            <p key={id} className={styles['role']}>
              <Token kind={kind} />
              <span>{role.trim() || t(`map.kind.${kind}`)}</span>
              {at === shown.length - 1 && others > 0 && <b>{t('roomScreen.part.more', { count: others })}</b>}
            </p>
          ))}
        </div>
      </div>
    </li>
  );
}
