/** What commands would take away, counted before anybody runs them. */
import type { LossCounts, LossKind } from '#shared/wire/lossKinds.ts';
import { collectionNames } from '#shared/map/collections.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { MapDraft } from '#shared/map/MapDraft.ts';
import { runOn } from '#shared/map/commands/runCommand.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { notPlaced } from '#shared/map/readings/notPlaced.ts';

export interface Fall {
  readonly counts: LossCounts;
  /** organizations that would stand in no interest any more */
  readonly unplaced: number;
}

/** Runs commands on a map that nobody sees; what is refused changes nothing there either. */
export class TrialMap {
  readonly #before: PartnershipMap;
  readonly #draft: MapDraft;

  constructor(map: PartnershipMap) {
    this.#before = map;
    this.#draft = new MapDraft(map);
  }

  readonly newId = (): string => 'none';

  readonly map = (): PartnershipMap => this.#draft.map();

  readonly run = (commands: readonly Command[]): string | null => {
    const mark = this.#draft.mark();
    let id = '';
    for (const command of commands) {
      const result = runOn(this.#draft, command, { today: '2000-01-01', newId: this.newId });
      if (!result.ok) {
        this.#draft.back(mark);
        return null;
      }
      id = result.id;
    }
    return id;
  };

  fall(): Fall {
    const counts: Partial<Record<LossKind, number>> = {};
    const after = this.map();
    for (const collection of collectionNames) {
      const left = new Set(entitiesOf(after, collection).map(({ id }) => id));
      const gone = entitiesOf(this.#before, collection).filter(({ id }) => !left.has(id)).length;
      if (gone > 0) counts[collection] = gone;
    }
    // a place is lost with its interest, also where the organization is kept as "not placed"
    const still = new Set(placesIn(after));
    const places = placesIn(this.#before).filter((id) => !still.has(id)).length;
    if (places > 0) counts.placements = places;
    return { counts, unplaced: Math.max(0, notPlaced(after).length - notPlaced(this.#before).length) };
  }
}

function placesIn(map: PartnershipMap): readonly string[] {
  return map.placements.flatMap(({ id, interest_id }) => (interest_id === null ? [] : id));
}
