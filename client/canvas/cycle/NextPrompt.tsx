/** The button beside the question of a quarter: shows the next one, on this screen only. */
import type { SyntheticEvent } from 'react';
import type { QuarterProps } from './cycleShapes.ts';

export interface NextPromptProps {
  readonly quarter: QuarterProps;
  readonly label: string;
  readonly onNext: () => void;
  readonly stop: (event: SyntheticEvent) => void;
}

const size = 34;

export function NextPrompt({ quarter, label, onNext, stop }: NextPromptProps) {
  const { heading, align, wordRatio } = quarter;
  const isUpper = heading.y < 0;
  const side = size * wordRatio;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="cycle-spot cycle-next"
      aria-label={label}
      title={label}
      style={{
        left: align === 'start' ? heading.x + heading.width - side : heading.x,
        top: isUpper ? heading.y + heading.height - side : heading.y + 60 * wordRatio,
        width: side,
        height: side,
      }}
      onPointerDown={stop}
      onPointerUp={stop}
      onTouchEnd={stop}
      onClick={(event) => {
        event.stopPropagation();
        onNext();
      }}
    >
      <svg viewBox="0 0 24 24" width="70%" height="70%" aria-hidden="true">
        <path
          d="M20 11A8 8 0 1 0 17.7 17.7M20 5v6h-6"
          fill="none"
          stroke="var(--cycle-soft)"
          strokeWidth={2}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
