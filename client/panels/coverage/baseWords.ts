/** What a change of the interests, or of their weights, did to the percent of coverage. */
import type { TFunction } from 'i18next';
import type { BaseChange } from '#shared/map/readings/coverageBase.ts';

export function baseWords({ came, went, weighted, stayed }: BaseChange, t: TFunction, language: string): string {
  const parts = [
    ...(came.length > 0 ? [t('map.findings.base.came', { count: came.length })] : []),
    ...(went.length > 0 ? [t('map.findings.base.went', { count: went.length })] : []),
    ...(weighted.length > 0 ? [t('map.findings.base.weighted', { count: weighted.length })] : []),
  ];
  const changes = new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  const another = t('map.findings.base.another', { changes });
  if (stayed === null) return `${another} ${t('map.findings.base.none')}`;
  const how = stayed.before === stayed.after ? 'same' : 'moved';
  return `${another} ${t(`map.findings.base.${how}`, { ...stayed })}`;
}
