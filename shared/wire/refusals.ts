/**
 * The closed table of expected refusals of the HTTP API: code -> status and the English sentence for people. The client
 * shows its own language from `locales` under `refusal.<code>`; the sentence here is for scripts and logs.
 */
export const refusals = {
  'invalid-body': { status: 400, message: 'The request is not what this address expects.' },
  'zone-unknown': {
    status: 400,
    message: 'There is no such time zone. Names look like America/New_York; without one it is UTC.',
  },
  'create-secret-required': {
    status: 401,
    message: 'Starting a board on this server needs the secret of its operator.',
  },
  'seat-ended': {
    status: 401,
    message: 'This seat is no longer valid. Open the board through its link to join again.',
  },
  'role-refused': { status: 403, message: 'Only facilitators can do this.' },
  'edit-refused': { status: 403, message: 'Observers look at the board and cannot change it.' },
  'origin-refused': { status: 403, message: 'This address may not talk to the board server.' },
  'link-altered': { status: 403, message: 'A part of this link is missing or was changed. Copy all of it again.' },
  'link-ended': { status: 403, message: 'This link was reset. Ask a facilitator for the new one.' },
  'board-unknown': { status: 404, message: 'There is no board at this address.' },
  'code-unknown': { status: 404, message: 'No board has this code. Check it, or ask for the link.' },
  'person-unknown': { status: 404, message: 'This person is not on the board.' },
  'asset-unknown': { status: 404, message: 'This picture is not on the board.' },
  'snapshot-unknown': { status: 404, message: 'This snapshot is not on the board any more.' },
  'loss-over': { status: 404, message: 'Somebody has brought this back already, or put it away.' },
  'template-unknown': { status: 404, message: 'There is no such template.' },
  'not-found': { status: 404, message: 'There is nothing at this address.' },
  'board-deleted': { status: 410, message: 'This board was deleted.' },
  'step-unknown': { status: 409, message: 'This step is not in the agenda any more.' },
  'step-running': { status: 409, message: 'The step that runs now must stay in the agenda.' },
  'step-moved': { status: 409, message: 'Somebody else went to another step just now. Look again.' },
  'agenda-moved': {
    status: 409,
    message: 'Somebody else changed the agenda meanwhile. Look at both, and save again.',
  },
  'step-twice': { status: 409, message: 'Two steps of the agenda have the same id.' },
  'no-workshop': { status: 409, message: 'No workshop is running. Start with a step of the agenda.' },
  'last-step': { status: 409, message: 'This is the last step. End the workshop when you are done.' },
  'first-step': { status: 409, message: 'This is the first step.' },
  'no-timer': { status: 409, message: 'No clock is running. Start one first.' },
  'timer-there': { status: 409, message: 'A clock is there already. Add time to it, or put it away first.' },
  'ready-there': { status: 409, message: 'Somebody else is asking already. End that question first.' },
  'name-moved': { status: 409, message: 'Somebody else changed this name meanwhile. Save again if yours shall stand.' },
  'rating-moved': { status: 409, message: 'Another facilitator rated this meanwhile. Look again.' },
  'no-ready-check': { status: 409, message: 'Nobody is asking who is ready any more.' },
  'too-many-locks': { status: 409, message: 'This many single things cannot be locked. Lock the whole board instead.' },
  'last-facilitator': { status: 409, message: 'The board needs a facilitator. Make somebody else one first.' },
  'role-moved': { status: 409, message: 'The role of this person was changed meanwhile. Look again.' },
  'round-unknown': { status: 404, message: 'There is no such round on this board.' },
  'round-open': { status: 409, message: 'One of this kind is open already. End it first.' },
  'round-ended': { status: 409, message: 'This round has ended. Nothing more is counted or changed.' },
  'few-writers': {
    status: 409,
    message: 'Fewer than three people wrote, so it is easy to guess who wrote what. Ask them before you reveal.',
  },
  'idea-too-long': { status: 413, message: 'An idea has at most 1,000 characters.' },
  'idea-moved': {
    status: 409,
    message: 'You changed this idea on another screen meanwhile. Read it again; what you wrote here is kept.',
  },
  'too-many-ideas': { status: 409, message: 'You have written as many ideas as one round takes.' },
  'ideas-full': { status: 409, message: 'This round holds as many ideas as it can.' },
  'vote-unknown-option': { status: 409, message: 'This vote has no such option.' },
  'vote-over-cap': { status: 409, message: 'That is more dots on one option than this vote allows.' },
  'vote-over-budget': { status: 409, message: 'That is more dots than you have.' },
  abstaining: { status: 409, message: 'You said that you do not take part. Take that back first.' },
  'answered-already': { status: 409, message: 'You have answered already. An answer cannot be changed.' },
  'too-many-rounds': { status: 409, message: 'This board keeps as many rounds as it can.' },
  'too-large': { status: 413, message: 'This is larger than the server takes.' },
  'board-storage-full': { status: 413, message: 'The pictures of this board take up all the room they may have.' },
  'snapshots-full': {
    status: 413,
    message: 'The snapshots of this board take up all the room they may have. Delete some first.',
  },
  'type-refused': { status: 415, message: 'Only PNG, JPEG, GIF and WebP pictures can be placed on the board.' },
  'file-refused': { status: 422, message: 'This file is not a board that can be imported.' },
  'board-full': { status: 429, message: 'This board has reached the number of people it can hold.' },
  'too-fast': { status: 429, message: 'That was too often. Wait a minute and try again.' },
  fault: { status: 500, message: 'Something went wrong on the server. It was noted; try again.' },
  restarting: { status: 503, message: 'The server is restarting. Try again in a moment.' },
  'storage-full': {
    status: 507,
    message: 'The disk of the server is full. Nothing can be saved until its operator makes room.',
  },
} as const satisfies Record<string, { status: number; message: string }>;

export type RefusalCode = keyof typeof refusals;

/** An expected refusal, thrown by handlers and turned into a response at one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(refusals[code].message);
    this.code = code;
  }
}
