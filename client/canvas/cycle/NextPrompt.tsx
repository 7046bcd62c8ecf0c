/** The button beside the question of a quarter: shows the next one, on this screen only. */
import { stopEventPropagation } from '@tldraw/tldraw';
import type { PartShape } from '#shared/drawings/Shape.ts';

export interface NextPromptProps {
  readonly place: PartShape;
  readonly label: string;
  readonly onNext: () => void;
}

export function NextPrompt({ place, label, onNext }: NextPromptProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className="cycle-spot cycle-next"
      aria-label={label}
      title={label}
      style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
      onPointerDown={stopEventPropagation}
      onPointerUp={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
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
