/**
 * What the server keeps on disk, as a port of ports: a part of the server declares those that it uses. Implementations: `sqlite/`
 * (in line, or in `threaded/`) and `memory/` (tests); all pass `contract.ts`. Every promise resolves only when the change is
 * durable. Nobody above these ports knows SQL.
 */
import type { ActStore } from './ActStore.ts';
import type { ActivityStore } from './ActivityStore.ts';
import type { AgendaStore } from './AgendaStore.ts';
import type { AssetStore } from './AssetStore.ts';
import type { BoardStore } from './BoardStore.ts';
import type { DamageStore } from './DamageStore.ts';
import type { DocumentStore } from './DocumentStore.ts';
import type { DoorStore } from './DoorStore.ts';
import type { InstallationStore } from './InstallationStore.ts';
import type { PeopleStore } from './PeopleStore.ts';
import type { RatingStore } from './RatingStore.ts';
import type { RecordStore } from './RecordStore.ts';
import type { SnapshotStore } from './SnapshotStore.ts';
import type { WorkshopStore } from './WorkshopStore.ts';

/**
 * Writes take effect in the order of their calls, together with all others of the same event-loop turn, and each wholly or
 * not at all. Reads show what is durable: a write shows at the latest when its promise has resolved, and never before it is on
 * disk. Arguments and results are plain data that can be cloned: the store may live in another thread.
 */
export interface Store
  extends
    BoardStore,
    PeopleStore,
    DoorStore,
    DocumentStore,
    ActStore,
    DamageStore,
    AssetStore,
    RatingStore,
    ActivityStore,
    WorkshopStore,
    AgendaStore,
    RecordStore,
    SnapshotStore,
    InstallationStore {}
