/** The panels, which come after the canvas: their code is not in the way of the first picture (decision 0100). */
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import type { BoardPanelProps } from './BoardPanel.tsx';
import { FailedPart } from '#client/app/FailedPart.tsx';
import { useServices } from '#client/app/Services.ts';

export function LateBoardPanel(props: BoardPanelProps) {
  const { t } = useTranslation();
  const { report } = useServices();
  return (
    <ErrorBoundary
      onFault={report}
      renderFailed={(failed) => (
        <FailedPart title={t('board.panelFailed')} hint={t('board.panelFailedHint')} failed={failed} />
      )}
    >
      <Loaded {...props} />
    </ErrorBoundary>
  );
}

/** Made anew after a failure, since a failed `lazy` stays failed. */
function Loaded(props: BoardPanelProps) {
  const { late } = useServices();
  const [Panel] = useState(() => lazy(async () => ({ default: (await late.load()).BoardPanel })));
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}
