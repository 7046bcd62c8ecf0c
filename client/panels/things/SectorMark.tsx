/** The sector of an organization as a sign in its color; its word stands beside it or is spoken. */
import type { CSSProperties } from 'react';
import { SectorSign } from '#client/map/SectorSign.tsx';

export function SectorMark({ sector }: { readonly sector: string | null }) {
  const style: CSSProperties = { color: `var(--frame-${sector ?? 'other-sector'}, var(--frame-other-sector))` };
  return <SectorSign sector={sector} width={15} height={15} strokeWidth={2.1} style={style} />;
}
