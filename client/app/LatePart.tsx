/** What comes after the canvas: its code is not in the way of the first picture (decision 0100). */
import { Suspense, use, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import { FailedPart } from './FailedPart.tsx';
import type { LateParts } from './LateLoading.ts';
import { useLateParts, useServices } from './Services.ts';

export interface LatePartProps {
  /** Stands there meanwhile. */
  readonly waiting?: ReactNode;
  readonly children: (parts: LateParts) => ReactNode;
}

export function LatePart({ waiting = null, children }: LatePartProps) {
  const { t } = useTranslation();
  const { report } = useServices();
  return (
    <ErrorBoundary
      onFault={report}
      renderFailed={(failed) => (
        <FailedPart title={t('board.panelFailed')} hint={t('board.panelFailedHint')} failed={failed} />
      )}
    >
      <Suspense fallback={waiting}>
        <Loaded>{children}</Loaded>
      </Suspense>
    </ErrorBoundary>
  );
}

/** Made anew after a failure, and then loads again. */
function Loaded({ children }: Pick<LatePartProps, 'children'>) {
  const { late } = useServices();
  const [loading] = useState(() => late.load());
  return children(useLateParts() ?? use(loading));
}
