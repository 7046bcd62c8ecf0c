/** The signs of the product: outlines of 24 by 24 units, from Lucide (its license stands beside this file). */
import type { ReactElement, SVGProps } from 'react';

export type IconProps = SVGProps<SVGSVGElement>;

/** Decoration, unless whoever shows it says otherwise: words stand beside it or in the name of its button. */
export function createIcon(outline: ReactElement) {
  return function Icon(props: IconProps) {
    return (
      <svg
        width={24}
        height={24}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        {...props}
      >
        {outline}
      </svg>
    );
  };
}
