/** How many organizations stand in an interest, and how many of them were only invited. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableInterest } from '#shared/report/papers/tableFacts.ts';

export function useCountText(): (interest: TableInterest) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ names }) => {
      const here = names.filter(({ isHere }) => isHere).length;
      const invited = names.filter(
        ({ isHere, organization }) => !isHere && organization.engagement === 'invited',
      ).length;
      if (here === 0 && invited === 0) return t('roomScreen.frame.nobody');
      if (here === 0) return t('roomScreen.frame.invitedOnly', { count: invited });
      const hereText = t('roomScreen.frame.here', { count: here });
      if (invited === 0) return hereText;
      return t('roomScreen.frame.hereAndInvited', {
        here: hereText,
        invited: t('roomScreen.frame.invited', { count: invited }),
      });
    },
    [t],
  );
}
