/** Whoever joins and says which organization is theirs brings it to the table (decision 0092). */
import { applyChanges, readCollection, readMap } from '#shared/board/mapDocument.ts';
import { runCommand } from '#shared/map/commands/runCommand.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { type PersonRow, StorageFullError } from '#server/store/Store.ts';
import type * as Y from 'yjs';
import type { Desk } from './Desk.ts';
import { visibleText } from './plainText.ts';

/** Asked, or not even that; who has left or only looks on was said to by somebody on purpose. */
const waiting: ReadonlySet<unknown> = new Set(['not_contacted', 'invited']);

/** Observers look on, so they bring nobody. A disk that is full keeps nobody out: one press on the card says the same. */
export async function seatOrganization(
  { relay, nowMs, log }: Pick<Desk, 'relay' | 'nowMs' | 'log'>,
  board: BoardId,
  { organization, role }: Pick<PersonRow, 'organization' | 'role'>,
): Promise<void> {
  if (organization === null || !mayDo(role, 'edit')) return;
  const today = new Date(nowMs()).toISOString().slice(0, 10);
  try {
    await relay.change(board, (doc) => seat(doc, organization, today));
  } catch (error) {
    if (!(error instanceof StorageFullError)) throw error;
    log.warn('join.organizationNotSeated', { board });
  }
}

function seat(doc: Y.Doc, name: string, today: string): void {
  const wanted = keyOf(name);
  const names = [...readCollection(doc, 'organizations').values()].map(({ name: other }) => other);
  const isNamed = names.some((other) => typeof other === 'string' && keyOf(other) === wanted);
  // most boards have many people and few names: the whole map is read only where one fits
  if (!isNamed) return;
  const map = readMap(doc);
  const found = map.organizations.find((one) => keyOf(one.name) === wanted && waiting.has(one.engagement));
  if (found === undefined) return;
  const command = {
    type: 'edit',
    collection: 'organizations',
    id: found.id,
    fields: { engagement: 'partner' },
  } as const;
  const result = runCommand(map, command, { today, newId: () => 'none' });
  if (result.ok) applyChanges(doc, result.changes, 'join');
}

/** Names are one when people would say so. */
function keyOf(name: string): string {
  return visibleText(name).toLocaleLowerCase();
}
