/** One thing that is shown to all, the same on the room's screen and large on everybody's. */
import type { BigSheet } from '#shared/wire/showing/views.ts';
import { ActionsSheet } from './ActionsSheet.tsx';
import { ComparisonSheet } from './ComparisonSheet.tsx';
import { CoverageSheet } from './CoverageSheet.tsx';
import { JoinSheet } from './JoinSheet.tsx';
import { PulseSheet } from './PulseSheet.tsx';
import { VoteSheet } from './VoteSheet.tsx';

export function Shown({ sheet }: { readonly sheet: BigSheet }) {
  switch (sheet.kind) {
    case 'vote':
      return <VoteSheet sheet={sheet} />;
    case 'pulse':
      return <PulseSheet sheet={sheet} />;
    case 'coverage':
      return <CoverageSheet sheet={sheet} />;
    case 'comparison':
      return <ComparisonSheet />;
    case 'actions':
      return <ActionsSheet sheet={sheet} />;
    case 'join':
      return <JoinSheet />;
  }
}
