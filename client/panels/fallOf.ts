/** What commands would take away, counted before anybody runs them. */
import type { LossCounts, LossKind } from '#shared/wire/lossKinds.ts';
import { applyToMap } from '#shared/map/applyToMap.ts';
import { collectionNames } from '#shared/map/collections.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
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
  #map: PartnershipMap;

  constructor(map: PartnershipMap) {
    this.#before = map;
    this.#map = map;
  }

  readonly map = (): PartnershipMap => this.#map;

  readonly run = (commands: readonly Command[]): string | null => {
    const result = runCommands(this.#map, commands, { today: '2000-01-01', newId: () => 'none' });
    if (!result.ok) return null;
    this.#map = applyToMap(this.#map, result.changes);
    return result.id;
  };

  fall(): Fall {
    const counts: Partial<Record<LossKind, number>> = {};
    for (const collection of collectionNames) {
      const left = new Set(entitiesOf(this.#map, collection).map(({ id }) => id));
      const gone = entitiesOf(this.#before, collection).filter(({ id }) => !left.has(id)).length;
      if (gone > 0) counts[collection] = gone;
    }
    return { counts, unplaced: Math.max(0, notPlaced(this.#map).length - notPlaced(this.#before).length) };
  }
}
