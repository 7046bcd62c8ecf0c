/** The organizations as chips: each is chosen, dragged, moved by keys, and keeps the focus wherever it goes. */
import type { Rating } from '#shared/map/ratings.ts';
import { useRatingsView } from '#client/map/RatingsContext.ts';
import { PowerChip } from './PowerChip.tsx';
import type { PowerGridProps } from './PowerGrid.tsx';
import { useChipDrag } from './useChipDrag.ts';
import { useChipFocus } from './useChipFocus.ts';
import { useRate, type Rate } from './useRate.ts';

const noRating: Rating = { influence: null, stake: null };

export interface Chips {
  readonly parts: PowerGridProps;
  readonly rate: Rate['rate'];
  readonly undo: () => void;
}

/** `chosen`: the organization whose ratings are open. */
export function useChips(chosen: string | null, setChosen: (organization: string | null) => void): Chips {
  const { ratings: all } = useRatingsView();
  const { keep, refocus } = useChipFocus();
  const { rate, undo: takeBack } = useRate();
  const undo = (): void => {
    const organization = takeBack();
    if (organization !== null) refocus(organization);
  };
  const { drag, onPointerDown } = useChipDrag((id, rating) => {
    setChosen(id);
    rate(id, rating);
  });
  const ratingOf = (id: string): Rating => all.get(id) ?? noRating;
  const renderChip = (id: string) => (
    <PowerChip
      key={id}
      id={id}
      rating={ratingOf(id)}
      isChosen={chosen === id}
      isDragged={drag?.organization === id}
      ref={(chip) => keep(id, chip)}
      onPointerDown={(event) => onPointerDown(id, event)}
      onPress={() => setChosen(chosen === id ? null : id)}
      onMove={(rating) => {
        setChosen(id);
        refocus(id);
        rate(id, rating);
      }}
    />
  );
  return { parts: { ratingOf, drag, renderChip }, rate, undo };
}
