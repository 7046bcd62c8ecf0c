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
}

export function InterestCard({ organization, isHere, people }: InterestCardProps) {
  const { t } = useTranslation();
  const color = sectorColor(screenPalette, organization.sector);
  const [first] = people;
  return (
    <li className={styles['card']} data-away={!isHere || undefined} style={{ ['--sector' as string]: color }}>
      <svg className={styles['strip']} viewBox="0 0 54 148" preserveAspectRatio="xMidYMid" aria-hidden="true">
        <Drawn drawing={[sectorSign(organization.sector, 13, 60, 28, color)]} />
      </svg>
      <div>
        <p className={styles['name']} data-long={organization.name.length > 44 || undefined}>
          {organization.name || t('map.unnamed.organizations')}
        </p>
        {first === undefined ? (
          <p className={styles['none']}>{t(isHere ? 'roomScreen.part.nobodyYet' : 'roomScreen.part.invitedNobody')}</p>
        ) : (
          <p className={styles['role']}>
            <Token kind={first.kind} />
            <span>{first.role_title.trim() || t(`map.kind.${first.kind}`)}</span>
            {people.length > 1 && <b>{t('roomScreen.part.more', { count: people.length - 1 })}</b>}
          </p>
        )}
      </div>
    </li>
  );
}
