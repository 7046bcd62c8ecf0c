/** In one line what of the skeleton this person may not change just now (SESSION-25); nothing where all of it is open to them. */
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { PermitsContext } from '#client/map/PermitsContext.ts';
import { openSkeleton, skeletonParts } from '#shared/workshop/permits.ts';
import { LockedLine } from './LockedLine.tsx';

export function SkeletonLine() {
  const { t } = useTranslation();
  const permits = use(PermitsContext);
  const open = permits === null ? skeletonParts : openSkeleton(permits);
  const closed = skeletonParts.filter((part) => !open.some((one) => one === part));
  if (closed.length === 0) return null;
  const parts = closed.map((part) => t(`workshop.skeleton.part.${part}`));
  return <LockedLine text={t('workshop.skeleton.closedParts', { parts })} />;
}
