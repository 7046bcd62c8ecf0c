/** The skeleton of the map: whether everybody may change it just now, and a facilitator's switch for that (SESSION-25). */
import { Lock } from '#client/ui/icons/Lock.tsx';
import { LockOpen } from '#client/ui/icons/LockOpen.tsx';
import { useTranslation } from 'react-i18next';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { openSkeleton, permitsOf } from '#shared/workshop/permits.ts';

export function SkeletonPart() {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const state = useWorkshopState();
  const { skeletonOpen } = state;
  const parts = openSkeleton(permitsOf(state));
  return (
    <Part title={t('workshop.skeleton.title')}>
      <Quiet>{t('workshop.skeleton.hint')}</Quiet>
      <Buttons>
        <Button
          icon={skeletonOpen ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
          aria-pressed={skeletonOpen}
          onClick={() => void ask({ do: 'openSkeleton', open: !skeletonOpen })}
        >
          {t('workshop.skeleton.open')}
        </Button>
      </Buttons>
      <div role="status">
        <Quiet>
          {skeletonOpen
            ? t('workshop.skeleton.isOpen')
            : parts.length === 0
              ? t('workshop.skeleton.isClosed')
              : t('workshop.skeleton.isOpenNow', { parts: parts.map((part) => t(`workshop.skeleton.part.${part}`)) })}
        </Quiet>
      </div>
    </Part>
  );
}
