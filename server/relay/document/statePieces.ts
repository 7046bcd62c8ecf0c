/**
 * A large state in pieces that Yjs can apply one after the other as they come, each whole in itself: what has arrived is kept when
 * the line breaks, and is not sent again. Yjs itself encodes a state as one update only.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Part = Y.Item | Y.GC;

/** What is left to send of one client. */
interface Row {
  readonly parts: readonly Part[];
  at: number;
  /** everything before it was sent, or was there */
  clock: number;
}

/** The parts of one client in one piece. */
interface Run {
  readonly encoder: Y.UpdateEncoderV1;
  readonly from: number;
  count: number;
}

/**
 * Everything that `known` lacks: updates of about `bytes` each without deletions, and last one that holds nothing but the
 * deletions.
 */
export function statePieces(doc: Y.Doc, known: ReadonlyMap<number, number>, bytes: number): readonly Uint8Array[] {
  const rows = rowsOf(doc, known);
  const pieces: Uint8Array[] = [];
  let runs = new Map<number, Run>();
  let size = 0;
  const send = (client: number, row: Row, part: Part): void => {
    const run = runs.get(client) ?? { encoder: new Y.UpdateEncoderV1(), from: row.clock, count: 0 };
    const before = encoding.length(run.encoder.restEncoder);
    part.write(run.encoder, row.clock - part.id.clock);
    run.count += 1;
    runs.set(client, run);
    row.at += 1;
    row.clock = part.id.clock + part.length;
    size += encoding.length(run.encoder.restEncoder) - before;
    if (size < bytes) return;
    pieces.push(pieceOf(runs));
    runs = new Map();
    size = 0;
  };
  for (const client of rows.keys()) sendRow(rows, client, send);
  if (runs.size > 0) pieces.push(pieceOf(runs));
  return [...pieces, deletionsOf(doc)];
}

function rowsOf(doc: Y.Doc, known: ReadonlyMap<number, number>): Map<number, Row> {
  const rows = new Map<number, Row>();
  for (const [client, parts] of doc.store.clients) {
    const clock = known.get(client) ?? 0;
    if (clock < Y.getState(doc.store, client))
      rows.set(client, { parts, at: clock === 0 ? 0 : Y.findIndexSS(parts, clock), clock });
  }
  return rows;
}

/** All that is left of a client, and before each part what it hangs on. */
function sendRow(
  rows: ReadonlyMap<number, Row>,
  client: number,
  send: (client: number, row: Row, part: Part) => void,
): void {
  const wanted = [{ client, until: Infinity }];
  for (let top = wanted.at(-1); top !== undefined; top = wanted.at(-1)) {
    const row = rows.get(top.client);
    const part = row?.parts[row.at];
    if (row === undefined || part === undefined || row.clock >= top.until) {
      wanted.pop();
      continue;
    }
    const missing = needsOf(part, row.clock).find((need) => (rows.get(need.client)?.clock ?? Infinity) <= need.clock);
    if (missing === undefined) send(top.client, row, part);
    else wanted.push({ client: missing.client, until: missing.clock + 1 });
  }
}

/** Parts of other clients that Yjs must have before it can place this one. */
function needsOf(part: Part, from: number): Y.ID[] {
  if (!(part instanceof Y.Item)) return [];
  const { origin, rightOrigin, parent } = part;
  // oxlint-disable-next-line no-underscore-dangle -- Yjs has no other way to the part that holds a type
  const holder = parent instanceof Y.AbstractType ? (parent._item?.id ?? null) : null;
  const needs = [
    from === part.id.clock ? origin : null,
    rightOrigin,
    origin === null && rightOrigin === null ? holder : null,
  ];
  return needs.filter((need) => need !== null && need.client !== part.id.client) as Y.ID[];
}

function pieceOf(runs: ReadonlyMap<number, Run>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.size);
    for (const [client, run] of runs) {
      encoding.writeVarUint(encoder, run.count);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, run.from);
      encoding.writeUint8Array(encoder, run.encoder.toUint8Array());
    }
    encoding.writeVarUint(encoder, 0);
  });
}

function deletionsOf(doc: Y.Doc): Uint8Array {
  const { clients } = Y.createDeleteSetFromStructStore(doc.store);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, clients.size);
    for (const [client, ranges] of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const { clock, len } of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, len);
      }
    }
  });
}
