/** One form per sector, so that cards are told apart without color. */
import { Briefcase, CircleDashed, Coins, GraduationCap, HandHeart, HardHat, House, Landmark } from 'lucide-react';

const icons: Readonly<Record<string, typeof House>> = {
  business: Briefcase,
  government: Landmark,
  nonprofit: HandHeart,
  philanthropy: Coins,
  labor: HardHat,
  community: House,
  education: GraduationCap,
};

export interface SectorIconProps {
  readonly sector: string | null;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
}

export function SectorIcon({ sector, x, y, size, color }: SectorIconProps) {
  const Icon = (sector !== null && Object.hasOwn(icons, sector) ? icons[sector] : undefined) ?? CircleDashed;
  return <Icon x={x} y={y} width={size} height={size} color={color} strokeWidth={2.25} aria-hidden />;
}
