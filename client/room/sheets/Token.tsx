/** Circle, square or diamond with its letters, as everywhere on the board; dashed with a question mark where nobody is. */
import { useTranslation } from 'react-i18next';
import { Drawn } from '#client/canvas/drawn/Drawn.tsx';
import { kindSign } from '#shared/drawings/signs.ts';
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import { screenPalette } from '#shared/views/frame/framePalette.ts';

export function Token({
  kind,
  isMissing = false,
}: {
  readonly kind: RepresentativeKind;
  readonly isMissing?: boolean;
}) {
  const { t } = useTranslation();
  const letters = isMissing ? '?' : t(`map.letters.${kind}`);
  const sign = kindSign(
    {
      kind,
      letters,
      x: 24,
      y: 24,
      size: kind === 'decision_maker' ? 52 : 42,
      state: isMissing ? 'missing' : 'present',
    },
    screenPalette,
  );
  return (
    <svg viewBox="-6 -6 60 60" aria-hidden="true">
      <Drawn drawing={[sign]} />
    </svg>
  );
}
