/**
 * Messages on `/sync/<board>`: each one message, first a varUint kind. 0-3 are y-websocket's own (y-protocols);
 * kind 10 is ours: a varString of JSON. A client that never says `hello` gets no message of kind 10, so that any
 * y-websocket client can join.
 */
import * as v from 'valibot';
import { reactions, WorkshopState } from './WorkshopState.ts';
import { SealedActivity } from './SealedActivity.ts';
import { PersonId, SnapshotId } from './ids.ts';
import { Role } from './roles.ts';

export const messageKinds = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, roundtable: 10 } as const;
export const syncKinds = { step1: 0, step2: 1, update: 2 } as const;

/** Raised when client and server can no longer understand each other; an older client is closed with 4426. */
export const protocolVersion = 4;

/** What a client may say in a message of kind 10. */
export const ClientMessage = v.variant('type', [
  /** `page` names one load of a page by chance: its lines follow each other, and each takes the place of the one before. */
  v.strictObject({
    type: v.literal('hello'),
    protocol: v.pipe(v.number(), v.integer()),
    page: v.optional(v.pipe(v.string(), v.maxLength(64))),
    /** an observer's that shows the workshop to a room: nobody sits there */
    screen: v.optional(v.boolean()),
  }),
  /** May this page write under `client`, of which it has everything up to `clock`? Answered with `writingId`. */
  v.strictObject({
    type: v.literal('writingId'),
    client: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
    clock: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
]);
export type ClientMessage = v.InferOutput<typeof ClientMessage>;

/** Why a room takes no edits just now; the sentence stands in the catalog of words under `line.readOnly.<reason>`. */
export const readOnlyReasons = ['observer', 'storage', 'damaged', 'documentTooLarge', 'sentTooMuch'] as const;
export type ReadOnlyReason = (typeof readOnlyReasons)[number];

/**
 * Why one document message was not taken; the sentence stands in the catalog of words under `refused.<code>`. `idInUse`: the server
 * has something else under the same writing id and clock, so the sender has to bring its own again under another id.
 */
export const messageRefusals = [
  'role',
  'storage',
  'documentTooLarge',
  'tooLarge',
  'notYours',
  'lost',
  'unknownRoot',
  'invalid',
  'idInUse',
  'tooManyIds',
] as const;
export type MessageRefusal = (typeof messageRefusals)[number];

/**
 * Why the workshop does not let somebody change something just now; the sentence stands in the catalog of words under
 * `map.refused.<reason>`. `locked`: a facilitator holds it; `step`: the running step does not include it; `skeleton`: it is of the
 * skeleton, which is closed; `rounds`: facilitators alone open, close and remove rounds; `voting`: it stands in a vote that is open.
 */
export const permitRefusals = ['locked', 'step', 'skeleton', 'rounds', 'voting'] as const;
export type PermitRefusal = (typeof permitRefusals)[number];

export const Person = v.object({ id: PersonId, name: v.string(), color: v.string(), role: Role });
/** A person as everybody on the board sees them. `color` is a CSS hex color, unique among those present where possible. */
export type Person = v.InferOutput<typeof Person>;

/** What the server may say in a message of kind 10. Times are server milliseconds since 1970. */
export const ServerMessage = v.variant('type', [
  /** Answer to `hello`. */
  v.object({
    type: v.literal('welcome'),
    person: Person,
    title: v.string(),
    now: v.number(),
    readOnly: v.nullable(v.picklist(readOnlyReasons)),
  }),
  /** The first `frames` document messages (sync step 2 and update) of this connection are on disk since `at`. */
  v.object({ type: v.literal('saved'), frames: v.number(), at: v.number() }),
  /** The document message with this number (counted from 1 on this connection) was not taken. */
  v.object({ type: v.literal('refused'), frame: v.number(), code: v.picklist(messageRefusals) }),
  /**
   * Something in a taken message was undone for everybody: it broke the document's rules, or with `reason` the workshop does not
   * let this person change it.
   */
  v.object({
    type: v.literal('undone'),
    frame: v.number(),
    records: v.number(),
    reason: v.optional(v.picklist(permitRefusals)),
  }),
  /** Answer to `writingId`: where it is not granted, the page takes another one. */
  v.object({ type: v.literal('writingId'), client: v.number(), isGranted: v.boolean() }),
  /** Sent at least every 20 s to a connection that had no other data. */
  v.object({ type: v.literal('pulse'), now: v.number() }),
  v.object({ type: v.literal('board'), title: v.string() }),
  v.object({ type: v.literal('mode'), readOnly: v.nullable(v.picklist(readOnlyReasons)) }),
  /** The running workshop, whole: after `welcome` and after every change. */
  v.object({ type: v.literal('session'), now: v.number(), session: WorkshopState }),
  /** The public side of all sealed rounds, newest last: after `welcome` and after every change. */
  v.object({ type: v.literal('rounds'), now: v.number(), rounds: v.array(SealedActivity) }),
  /** To all screens of one person: what they wrote in this round has changed; it is read over HTTP. */
  v.object({ type: v.literal('mine'), round: v.string(), version: v.number() }),
  /** Somebody reacted; not stored. `person` is null where the reaction bears no name (`slower`). */
  v.object({ type: v.literal('reaction'), person: v.nullable(PersonId), reaction: v.picklist(reactions) }),
  /** To facilitators: influence and stake of organizations changed; they are read over HTTP. */
  v.object({ type: v.literal('ratings') }),
  /** To facilitators: something of the board could not be read from the disk, or was decided about; read over HTTP. */
  v.object({ type: v.literal('damage') }),
  /** The person's own role was changed while connected. */
  v.object({ type: v.literal('role'), role: Role }),
  /**
   * The list of snapshots changed; or the board was turned back to the snapshot `name` of `takenAt`, and `id` is what stood
   * there before; or very much was removed at once (facilitators hear it), or what somebody did since `takenAt` was taken back, and
   * `id` is what stood there before.
   */
  v.object({
    type: v.literal('snapshots'),
    event: v.picklist(['list', 'restored', 'massDelete', 'tookBack']),
    id: v.nullable(SnapshotId),
    name: v.nullable(v.string()),
    takenAt: v.nullable(v.number()),
  }),
]);
export type ServerMessage = v.InferOutput<typeof ServerMessage>;
