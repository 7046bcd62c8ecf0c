/** One form per sector, so that organizations are told apart without color; the same on the canvas and in the panels. */
import { Briefcase, CircleDashed, Coins, GraduationCap, HandHeart, HardHat, House, Landmark } from 'lucide-react';
import type { LucideProps } from 'lucide-react';

const icons: Readonly<Record<string, typeof House>> = {
  business: Briefcase,
  government: Landmark,
  nonprofit: HandHeart,
  philanthropy: Coins,
  labor: HardHat,
  community: House,
  education: GraduationCap,
};

export interface SectorSignProps extends LucideProps {
  readonly sector: string | null;
}

/** A dashed circle for sectors of a board's own, and where nobody wrote one down. */
export function SectorSign({ sector, ...rest }: SectorSignProps) {
  const Icon = (sector !== null && Object.hasOwn(icons, sector) ? icons[sector] : undefined) ?? CircleDashed;
  return <Icon aria-hidden="true" {...rest} />;
}
