/** Around a part of the screen that may break by itself: says so in its place, and opens it again on a press. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import { FailedPart } from './FailedPart.tsx';
import { useServices } from './Services.ts';

export interface PartBoundaryProps {
  /** what people are told that broke */
  readonly of?: 'panel' | 'page';
  readonly children: ReactNode;
}

export function PartBoundary({ of = 'panel', children }: PartBoundaryProps) {
  const { t } = useTranslation();
  const { report } = useServices();
  return (
    <ErrorBoundary
      onFault={report}
      renderFailed={(failed) => (
        <FailedPart title={t(`board.${of}Failed`)} hint={t(`board.${of}FailedHint`)} failed={failed} />
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
