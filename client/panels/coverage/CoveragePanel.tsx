/** Who is here, as tables: interests by kind of representative, and interests by sector. A name leads to its interest. */
import { useTranslation } from 'react-i18next';
import { representativeKinds, standardSectors } from '#shared/kinds/values.ts';
import { useBoardMap, useFindings, useMap, useSelection } from '#client/map/MapContext.ts';
import { entityName, sectorName } from '#client/panels/things/entityName.ts';
import { KindMark } from '#client/ui/KindMark.tsx';
import styles from './CoveragePanel.module.css';

export function CoveragePanel() {
  const { t } = useTranslation();
  const map = useMap();
  const { percent } = useFindings();
  if (map.interests.length === 0) return <p className={styles['note']}>{t('map.findings.noInterests')}</p>;
  return (
    <div className={styles['panel']}>
      <p className={styles['percent']}>
        <strong>{percent}%</strong> {t('map.findings.percent')}
      </p>
      <KindTable />
      <p className={styles['note']}>
        {t('map.coverage.legend')} {t('map.coverage.weight')}
      </p>
      <SectorTable />
    </div>
  );
}

function InterestHead({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const map = useMap();
  const { selection } = useBoardMap();
  const chosen = useSelection();
  const ref = { collection: 'interests', id } as const;
  const isEssential = map.interests.find((one) => one.id === id)?.weight === 'essential';
  return (
    <th scope="row" data-chosen={(chosen?.collection === 'interests' && chosen.id === id) || undefined}>
      <button
        type="button"
        className={styles['interest']}
        onClick={() => {
          selection.reveal(ref);
          selection.open(ref);
        }}
      >
        {entityName(map, ref, t)}
      </button>
      {isEssential && <span className={styles['essential']}>{t('map.outline.essential')}</span>}
    </th>
  );
}

function KindTable() {
  const { t } = useTranslation();
  const map = useMap();
  const { coverage } = useFindings();
  return (
    <table className={styles['table']}>
      <caption>{t('map.coverage.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('map.coverage.interest')}</th>
          {representativeKinds.map((kind) => (
            <th key={kind} scope="col" className={styles['kind']}>
              <KindMark kind={kind} />
              <span className={styles['kindWord']}>{t(`map.kinds.${kind}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {map.interests.map(({ id }) => {
          const row = coverage.get(id);
          return (
            <tr key={id}>
              <InterestHead id={id} />
              {representativeKinds.map((kind) => {
                const count = row?.counts[kind] ?? 0;
                const word = row?.words[kind] ?? 'gap';
                return (
                  <td key={kind}>
                    <span className={styles['cell']} data-word={word}>
                      <span className={styles['count']}>{count}</span>
                      <span className={styles['word']}>{t(`map.coverage.${word}`)}</span>
                    </span>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function SectorTable() {
  const { t } = useTranslation();
  const map = useMap();
  const { coverage, index } = useFindings();
  const own = map.sectors.map(({ id }) => id).filter((id) => !standardSectors.some((one) => one === id));
  const sectors = [...standardSectors, ...own];
  if (index.partners.length === 0) return <p className={styles['note']}>{t('map.coverage.noSectors')}</p>;
  const total = (sector: string) => index.partners.filter((one) => one.sector === sector).length;
  return (
    <div className={styles['wide']} role="region" aria-label={t('map.coverage.sectorsCaption')} tabIndex={0}>
      <table className={styles['table']}>
        <caption>{t('map.coverage.sectorsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('map.coverage.interest')}</th>
            {sectors.map((sector) => (
              <th key={sector} scope="col" className={styles['sector']}>
                <span>{sectorName(map, sector, t)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.interests.map(({ id }) => (
            <tr key={id}>
              <InterestHead id={id} />
              {sectors.map((sector) => {
                const count = coverage.get(id)?.sectors.get(sector) ?? 0;
                return (
                  <td key={sector} className={styles['number']} data-empty={count === 0 || undefined}>
                    {count === 0 ? '–' : count}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('map.coverage.total')}</th>
            {sectors.map((sector) => (
              <td key={sector} className={styles['number']}>
                {total(sector)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
