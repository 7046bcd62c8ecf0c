/** Looks for rows of the outline: by what stands in them, and by what they lack, are, or belong to. */
import { Search } from '#client/ui/icons/Search.tsx';
import { useTranslation } from 'react-i18next';
import { standardSectors } from '#shared/kinds/values.ts';
import { useMap } from '#client/map/MapContext.ts';
import { sectorName } from '#client/panels/things/entityName.ts';
import styles from './OutlinePanel.module.css';
import type { OutlineSearch } from './useOutlineSearch.ts';

export function OutlineFind({ of: { typed, setTyped, filter, setFilter } }: { readonly of: OutlineSearch }) {
  const { t } = useTranslation();
  const map = useMap();
  const sectors = [...new Set([...standardSectors, ...map.sectors.map(({ id }) => id)])];
  return (
    <div className={styles['find']}>
      <label className={styles['search']}>
        <Search aria-hidden="true" />
        <input
          type="search"
          value={typed}
          placeholder={t('map.outline.search')}
          aria-label={t('map.outline.search')}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            // Escape empties the search first; once empty it closes the panel
            if (event.key !== 'Escape' || typed === '') return;
            event.stopPropagation();
            setTyped('');
          }}
        />
      </label>
      <select
        className={styles['filter']}
        aria-label={t('map.outline.filter')}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      >
        <option value="all">{t('map.outline.filterAll')}</option>
        <option value="gaps">{t('map.outline.filterGaps')}</option>
        <option value="away">{t('map.outline.filterAway')}</option>
        {sectors.map((sector) => (
          <option key={sector} value={sector}>
            {t('map.outline.filterSector', { sector: sectorName(map, sector, t) })}
          </option>
        ))}
      </select>
    </div>
  );
}
