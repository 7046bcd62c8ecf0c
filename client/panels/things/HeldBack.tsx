/** In one line why something is not offered here just now (OFFER-1); nothing where this person may do it, or only reads. */
import { useTranslation } from 'react-i18next';
import type { CollectionName } from '#shared/map/collections.ts';
import { rightOf } from '#shared/workshop/permits.ts';
import { useReadOnly } from '#client/map/MapContext.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { LockedLine } from './LockedLine.tsx';

/** `of`: the list that would get something new. */
export function HeldBack({ of }: { readonly of: CollectionName }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const why = useWhyNot()(of, null, null);
  if (readOnly || why === null) return null;
  const what = t(`workshop.tools.${rightOf(of, null).group}`);
  return <LockedLine text={why === 'step' ? t('workshop.tools.notHere', { what }) : t(`map.refused.${why}`)} />;
}
