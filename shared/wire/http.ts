/** Bodies of the HTTP API, for both sides. Secrets travel in bodies and the Authorization header, never in a path or query. */
import * as v from 'valibot';
import { Day, Id, rating } from '#shared/kinds/fields.ts';
import { AgendaNotes, WorkshopState } from './WorkshopState.ts';
import { line } from '#shared/text/line.ts';
import { DeviceKind } from './devices.ts';
import { Person } from './messages.ts';
import { BoardId, PersonId } from './ids.ts';
import { Role } from './roles.ts';

export const representativeKinds = ['designee', 'doer', 'decision_maker'] as const;

/** The random mark of a browser for this server, sent at the door (door, join, seat, tickets), so that somebody who is kept out stays out. */
export const deviceHeader = 'Roundtable-Device';

/** Path with fragment, `/b/<id>#k=<key>`; the client puts its own origin in front. */
export const Links = v.object({ facilitator: v.string(), participant: v.string(), observer: v.string() });
export type Links = v.InferOutput<typeof Links>;

/** of a person */
export const PersonName = line(60);
export const BoardTitle = line(120);

/** POST /api/boards; Authorization: Bearer <CREATE_SECRET> where the operator set one. */
export const CreateBoard = v.strictObject({
  title: BoardTitle,
  template: v.optional(v.pipe(v.string(), v.maxLength(40)), 'blank'),
  /** the day for which the dates of the template should stand; absent = as they are */
  datesFor: v.optional(v.pipe(Day, v.regex(/^20/))),
});
export const BoardCreated = v.object({ id: BoardId, links: Links, code: v.string() });
export type BoardCreated = v.InferOutput<typeof BoardCreated>;

/** GET /api/templates: what a board can start from, in the order of the picker. */
export const Templates = v.object({
  /** largest board file that can be imported instead */
  maxImportBytes: v.optional(v.number()),
  /** the same from somebody who leads no board on this server */
  maxOpenImportBytes: v.optional(v.number()),
  templates: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      summary: v.string(),
      teaches: v.string(),
      language: v.string(),
      asOf: v.string(),
      provenance: v.object({
        from_article: v.array(v.string()),
        from_other_sources: v.array(v.string()),
        invented: v.array(v.string()),
      }),
    }),
  ),
});
export type Templates = v.InferOutput<typeof Templates>;

/** GET /api/boards/:id/door; Authorization: Bearer <key>. */
export const Door = v.object({
  id: BoardId,
  title: v.string(),
  role: Role,
  /** boards untouched for longer are deleted; null = kept until somebody deletes the board */
  retentionDays: v.nullable(v.number()),
  /** names of organizations that stand on the map, to choose from */
  organizations: v.array(v.string()),
});
export type Door = v.InferOutput<typeof Door>;

/** POST /api/boards/:id/join */
export const Join = v.strictObject({
  key: v.pipe(v.string(), v.maxLength(100)),
  name: PersonName,
  organization: v.optional(line(120)),
  kind: v.optional(v.picklist(representativeKinds)),
  device: v.optional(DeviceKind),
});
/** `isOwner`: the board is theirs; what cannot be undone is up to them. */
export const Joined = v.object({
  seat: v.string(),
  person: Person,
  role: Role,
  isOwner: v.optional(v.boolean(), false),
});
export type Joined = v.InferOutput<typeof Joined>;

/** GET /api/boards/:id/seat; Authorization: Bearer <seat>: who am I here, for a return. */
export const Seat = v.object({
  person: Person,
  role: Role,
  title: v.string(),
  isOwner: v.optional(v.boolean(), false),
});
export type Seat = v.InferOutput<typeof Seat>;

/** POST /api/boards/:id/tickets; Authorization: Bearer <seat>. Valid for 60 s. */
export const Ticket = v.object({ ticket: v.string() });
export type Ticket = v.InferOutput<typeof Ticket>;

/** Where others can open this server, as it knows by itself; `lacking` = what it would have to be told where it knows nothing. */
export const Reach = v.object({
  /** best first; `https://host`, without a path */
  origins: v.array(v.string()),
  lacking: v.nullable(v.picklist(['host', 'network', 'publicOrigin', 'proxy', 'container'])),
});
export type Reach = v.InferOutput<typeof Reach>;

/** POST /api/boards/:id/links/:role/reset: the link that was on the screen; one that has ended already is not reset again. */
export const ResetLink = v.strictObject({ from: v.optional(v.string()) });

/** When a link ends by itself, in milliseconds since 1970; null = never. */
const LinkEnd = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)));

/** PUT /api/boards/:id/links/:role/end (facilitator; the facilitators' link: owner): `from` is the end that was on the screen. */
export const EndLink = v.strictObject({ ends: LinkEnd, from: LinkEnd });

/** PUT /api/boards/:id/table (facilitator): while it is closed nobody new joins but facilitators. */
export const CloseTable = v.strictObject({ isClosed: v.boolean() });

/** GET /api/boards/:id/links, and what every change of them answers (facilitator). */
export const BoardLinks = v.object({
  links: Links,
  code: v.string(),
  reach: Reach,
  ends: v.object({ facilitator: LinkEnd, participant: LinkEnd, observer: LinkEnd }),
  isClosed: v.boolean(),
});
export type BoardLinks = v.InferOutput<typeof BoardLinks>;

/** POST /api/boards/:id/people/:person/keep-out (facilitator): the links of now, which of them are new, and which they may know that only the owner resets. DELETE lets them in again. */
export const KeptOut = v.object({ ...BoardLinks.entries, reset: v.array(Role), known: v.array(Role) });
export type KeptOut = v.InferOutput<typeof KeptOut>;

/** GET /api/boards/:id/way-in (seat): how others come in now. `hidden`: a facilitator shows it nowhere; `noAddress`: others can open none that is known. */
export const WayInNow = v.object({
  /** as it is typed, without a scheme */
  address: v.nullable(v.string()),
  /** the whole of it, for a camera */
  link: v.nullable(v.string()),
  code: v.nullable(v.string()),
  lacking: v.nullable(v.picklist(['hidden', 'closed', 'noAddress'])),
});
export type WayInNow = v.InferOutput<typeof WayInNow>;

/** POST /api/codes {code} -> the participant link of that code. POST, so that the code stays out of logged paths. */
export const CodeTry = v.strictObject({ code: v.pipe(v.string(), v.maxLength(40)) });
export const CodeFound = v.object({ link: v.string() });

/** GET /api/boards/:id/owner (seat): whose board it is; null before the first facilitator. */
export const Owner = v.object({ owner: v.nullable(v.object({ id: PersonId, name: v.string() })), isMe: v.boolean() });
export type Owner = v.InferOutput<typeof Owner>;
/** PUT /api/boards/:id/owner (owner): hands the board over to a facilitator. */
export const HandOver = v.strictObject({ person: PersonId });

/** PATCH /api/boards/:id/people/:person (facilitator): `from` is the role that was on the screen, so that nobody is changed by accident. */
export const ChangeRole = v.strictObject({ role: Role, from: Role });
export type ChangeRole = v.InferOutput<typeof ChangeRole>;

/** POST /api/boards/:id/session {id, command} (`shared/wire/WorkshopCommand.ts`): the version after which everybody sees it. */
export const WorkshopAnswer = v.object({ version: v.number() });
export type WorkshopAnswer = v.InferOutput<typeof WorkshopAnswer>;
/** GET /api/boards/:id/session (seat): what the message `session` says. */
export const WorkshopNow = v.object({ now: v.number(), session: WorkshopState });
export type WorkshopNow = v.InferOutput<typeof WorkshopNow>;

/** GET /api/boards/:id/session/notes (facilitator): their notes by step, and the version of the agenda that they belong to. */
export const NotesNow = v.object({ agendaVersion: v.number(), notes: AgendaNotes });
export type NotesNow = v.InferOutput<typeof NotesNow>;

/** PATCH /api/boards/:id (facilitator); DELETE /api/boards/:id deletes it. */
/** `from`: the title that was on the screen; without it whatever stands there is replaced. */
export const RenameBoard = v.strictObject({ title: BoardTitle, from: v.optional(v.string()) });

/** PUT /api/boards/:id/ratings/:organization (facilitator); both null = not rated. DELETE /api/boards/:id/ratings removes all. */
export const OrganizationRating = v.strictObject({ influence: v.nullable(rating), stake: v.nullable(rating) });
/** `from`: what was on the screen. Only what differs from it is written, and `rating-moved` when that is not true any more. */
export const RateOrganization = v.strictObject({ ...OrganizationRating.entries, from: v.optional(OrganizationRating) });
/** GET /api/boards/:id/ratings (facilitator): by id of the organization. */
export const BoardRatings = v.object({ ratings: v.record(Id, OrganizationRating) });
export type BoardRatings = v.InferOutput<typeof BoardRatings>;

/** POST /api/boards/:id/assets (seat with the right to edit), the picture as body. GET /api/boards/:id/assets/:asset with a seat. */
export const AssetStored = v.object({
  id: v.string(),
  url: v.string(),
  type: v.string(),
  width: v.number(),
  height: v.number(),
});
export type AssetStored = v.InferOutput<typeof AssetStored>;

/** GET /api/settings: what the page must know of the server's configuration. */
export const Settings = v.object({ tldrawLicenseKey: v.nullable(v.string()), createSecretRequired: v.boolean() });
export type Settings = v.InferOutput<typeof Settings>;

/** Every error of the API. */
export const HttpError = v.object({ error: v.object({ code: v.string(), message: v.string() }) });
