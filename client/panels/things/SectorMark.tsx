/** The sector of an organization as a sign in its color, as on its card; its word stands beside it or is spoken. */
import type { CSSProperties } from 'react';
import { sectorOutline } from '#shared/drawings/signs.ts';

export function SectorMark({ sector }: { readonly sector: string | null }) {
  const style: CSSProperties = { color: `var(--frame-${sector ?? 'other-sector'}, var(--frame-other-sector))` };
  return (
    <svg
      width={15}
      height={15}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.1}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={style}
    >
      {sectorOutline(sector).map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
