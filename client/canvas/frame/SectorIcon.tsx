/** The sector of an organization in a drawing, with the sign that the panels have, too. */
import { SectorSign } from '#client/map/SectorSign.tsx';

export interface SectorIconProps {
  readonly sector: string | null;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
}

export function SectorIcon({ sector, x, y, size, color }: SectorIconProps) {
  return <SectorSign sector={sector} x={x} y={y} width={size} height={size} color={color} strokeWidth={2.25} />;
}
