/** A line of the cycle on the canvas. */
import { SVGContainer } from '@tldraw/tldraw';
import { drawLink } from '#shared/drawings/drawLink.ts';
import { cycleScreenPalette } from '#shared/views/cycle/cyclePalette.ts';
import { Drawn } from '../drawn/Drawn.tsx';
import type { LinkShape } from './cycleShapes.ts';

export function Link({ shape }: { readonly shape: LinkShape }) {
  return (
    <SVGContainer>
      <Drawn drawing={drawLink(shape.props, cycleScreenPalette)} />
    </SVGContainer>
  );
}
