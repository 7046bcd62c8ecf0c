/** One form per sector, so that organizations are told apart without color; the same on the canvas and in the panels. */
import { Briefcase } from '#client/ui/icons/Briefcase.tsx';
import { CircleDashed } from '#client/ui/icons/CircleDashed.tsx';
import { Coins } from '#client/ui/icons/Coins.tsx';
import { GraduationCap } from '#client/ui/icons/GraduationCap.tsx';
import { HandHeart } from '#client/ui/icons/HandHeart.tsx';
import { HardHat } from '#client/ui/icons/HardHat.tsx';
import { House } from '#client/ui/icons/House.tsx';
import { Landmark } from '#client/ui/icons/Landmark.tsx';
import type { IconProps } from '#client/ui/icons/createIcon.tsx';

const icons: Readonly<Record<string, typeof House>> = {
  business: Briefcase,
  government: Landmark,
  nonprofit: HandHeart,
  philanthropy: Coins,
  labor: HardHat,
  community: House,
  education: GraduationCap,
};

export interface SectorSignProps extends IconProps {
  readonly sector: string | null;
}

/** A dashed circle for sectors of a board's own, and where nobody wrote one down. */
export function SectorSign({ sector, ...rest }: SectorSignProps) {
  const Icon = (sector !== null && Object.hasOwn(icons, sector) ? icons[sector] : undefined) ?? CircleDashed;
  return <Icon aria-hidden="true" {...rest} />;
}
