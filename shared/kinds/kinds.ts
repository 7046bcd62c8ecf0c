/** All kinds by the name of their list. */
import { acknowledgements } from './acknowledgements.ts';
import { actions } from './actions.ts';
import { agreements } from './agreements.ts';
import { bodies } from './bodies.ts';
import { experiments } from './experiments.ts';
import { goal } from './goal.ts';
import { goals_before } from './goals_before.ts';
import { groups } from './groups.ts';
import { ideas } from './ideas.ts';
import { indicators } from './indicators.ts';
import { interests } from './interests.ts';
import { iterations } from './iterations.ts';
import { lines } from './lines.ts';
import { measurements } from './measurements.ts';
import { notes } from './notes.ts';
import { organizations } from './organizations.ts';
import { parking_lot } from './parking_lot.ts';
import { partnership } from './partnership.ts';
import { placements } from './placements.ts';
import { representatives } from './representatives.ts';
import { seats } from './seats.ts';
import { sectors } from './sectors.ts';
import { sheets } from './sheets.ts';
import { story_notes } from './story_notes.ts';
import { trust_items } from './trust_items.ts';
import { trust_notes } from './trust_notes.ts';
import { trust_pulses } from './trust_pulses.ts';
import { trust_stages } from './trust_stages.ts';
import type { CollectionName } from './collectionNames.ts';
import type { Kind } from './Kind.ts';

export const kinds = {
  partnership,
  goal,
  goals_before,
  indicators,
  measurements,
  story_notes,
  sectors,
  interests,
  organizations,
  placements,
  representatives,
  bodies,
  seats,
  lines,
  agreements,
  iterations,
  notes,
  experiments,
  sheets,
  groups,
  ideas,
  trust_stages,
  trust_notes,
  trust_items,
  trust_pulses,
  actions,
  parking_lot,
  acknowledgements,
} as const satisfies Readonly<Record<CollectionName, Kind>>;

type Kinds = typeof kinds;

/** The lists whose kind says this of itself. */
export type ListsWith<Said> = { [C in CollectionName]: Kinds[C] extends Said ? C : never }[CollectionName];
