/** What comes after the canvas: its code is not in the way of the first picture (decision 0100). */
import { Suspense, use, useState, type ReactNode } from 'react';
import type { LateParts } from './LateLoading.ts';
import { PartBoundary, type PartBoundaryProps } from './PartBoundary.tsx';
import { useLateParts, useServices } from './Services.ts';

export interface LatePartProps extends Pick<PartBoundaryProps, 'of'> {
  /** Stands there meanwhile. */
  readonly waiting?: ReactNode;
  readonly children: (parts: LateParts) => ReactNode;
}

export function LatePart({ of = 'panel', waiting = null, children }: LatePartProps) {
  return (
    <PartBoundary of={of}>
      <Suspense fallback={waiting}>
        <Loaded>{children}</Loaded>
      </Suspense>
    </PartBoundary>
  );
}

/** Made anew after a failure, and then loads again. */
function Loaded({ children }: Pick<LatePartProps, 'children'>) {
  const { late } = useServices();
  const [loading] = useState(() => late.load());
  return children(useLateParts() ?? use(loading));
}
