/** The frame of the workshop's panel. For whoever takes part the running step is its heading; who leads it has the workshop as a whole. */
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lineText } from '#client/app/bar/lineText.ts';
import { PartBoundary } from '#client/app/PartBoundary.tsx';
import { useBoard, useBoardView, useScreen } from '#client/board/BoardContext.ts';
import { TimerFace } from '#client/facilitation/timer/TimerFace.tsx';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Check } from '#client/ui/icons/Check.tsx';
import { CloudOff } from '#client/ui/icons/CloudOff.tsx';
import { SidePanel } from '#client/ui/SidePanel.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './WorkshopSide.module.css';

export function WorkshopSide({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const { role } = useWorkshop();
  const takesFocus = useScreen(({ wasOpened }) => wasOpened);
  const opened = useScreen((state) => state.opened);
  const { agenda, step } = useWorkshopState();
  const isLeading = mayDo(role, 'administer');
  const index = isLeading ? -1 : agenda.findIndex((one) => one.id === step);
  return (
    <SidePanel
      title={agenda[index]?.title ?? t('workshop.title')}
      name={t('workshop.title')}
      {...(isLeading ? {} : { facts: <Facts number={index + 1} count={agenda.length} />, beside: <TimerFace /> })}
      isTall={!isLeading}
      takesFocus={takesFocus}
      opened={opened}
      closeLabel={t('common.close')}
      onClose={screen.close}
    >
      <PartBoundary>
        <Suspense fallback={null}>{children}</Suspense>
      </PartBoundary>
    </SidePanel>
  );
}

/** Which step of how many, and whether what one writes is saved. `number` is 0 while none runs. */
function Facts({ number, count }: { readonly number: number; readonly count: number }) {
  const { t, i18n } = useTranslation();
  const { line } = useBoardView();
  const isAway = line.kind === 'offline' || line.kind === 'ended';
  return (
    <p className={styles['facts']}>
      {number > 0 && <span className={styles['number']}>{t('workshop.stepOf', { step: number, steps: count })}</span>}
      <span className={styles['line']} data-away={isAway}>
        {isAway && <CloudOff aria-hidden="true" />}
        {line.kind === 'live' && !line.saving && <Check aria-hidden="true" />}
        {lineText(line, t, i18n.language)}
      </span>
    </p>
  );
}
