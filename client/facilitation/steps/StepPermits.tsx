/** What participants may change in the running step, where that is not everything. */
import { useTranslation } from 'react-i18next';
import { Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { toolGroups } from '#shared/kinds/toolGroups.ts';
import { openGroups, permitsOf } from '#shared/workshop/permits.ts';

export function StepPermits() {
  const { t } = useTranslation();
  const groups = openGroups(permitsOf(useWorkshopState()));
  if (groups.length === toolGroups.length) return null;
  return (
    <Quiet>
      {groups.length === 0
        ? t('workshop.tools.none')
        : t('workshop.tools.some', { groups: groups.map((name) => t(`workshop.tools.${name}`)) })}
    </Quiet>
  );
}
