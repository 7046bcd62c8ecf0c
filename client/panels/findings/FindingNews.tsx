/** Says in batches what came and went among the findings, through the live region of the map. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#shared/map/rules/Finding.ts';
import { compareBase } from '#shared/map/readings/coverageBase.ts';
import { describeFinding } from '#shared/map/rules/describeFinding.ts';
import { useBoardMap, useFindings } from '#client/map/MapContext.ts';
import type { MapReadings } from '#client/map/MapReadings.ts';
import { baseWords } from '../coverage/baseWords.ts';
import { findingNews } from './findingNews.ts';

const gatherMs = 1500;

export function FindingNews() {
  const { t, i18n } = useTranslation();
  const { spoken } = useBoardMap();
  const readings = useFindings();
  const told = useRef<MapReadings>(readings);
  const { language } = i18n;
  useEffect(() => {
    if (told.current === readings) return undefined;
    const timer = setTimeout(() => {
      const [before, after] = [told.current, readings];
      told.current = after;
      const { fresh, solved } = findingNews(before, after);
      const one = (read: MapReadings, list: readonly Finding[]) =>
        list.length === 1 && list[0] ? describeFinding(read.index, list[0], i18n).message : '';
      const parts: string[] = [];
      if (fresh.length === 1) parts.push(t('map.findings.newOne', { message: one(after, fresh) }));
      else if (fresh.length > 0) parts.push(t('map.findings.newMore', { count: fresh.length }));
      if (solved.length === 1) parts.push(t('map.findings.solvedOne', { message: one(before, solved) }));
      else if (solved.length > 0) parts.push(t('map.findings.solvedMore', { count: solved.length }));
      const base = compareBase(before.index, after.index);
      if (before.percent !== after.percent) parts.push(t('map.findings.percentNow', { percent: after.percent }));
      if (base !== null && (before.percent !== after.percent || base.stayed?.before !== base.stayed?.after))
        parts.push(baseWords(base, t, language));
      if (parts.length > 0) spoken.say(parts.join(' '));
    }, gatherMs);
    return () => clearTimeout(timer);
  }, [i18n, language, readings, spoken, t]);
  return null;
}
