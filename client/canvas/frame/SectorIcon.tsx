/** The sector of an organization in a drawing, as the icon that the panels have, too. */
import { sectorIcon } from '#client/map/sectorIcon.ts';

export interface SectorIconProps {
  readonly sector: string | null;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
}

export function SectorIcon({ sector, x, y, size, color }: SectorIconProps) {
  const Icon = sectorIcon(sector);
  return <Icon x={x} y={y} width={size} height={size} color={color} strokeWidth={2.25} aria-hidden />;
}
