/**
 * An expected refusal, thrown by handlers and turned into a response at one place. The client shows its own language from
 * `locales` under `refusal.<code>`; the sentence here is for scripts and logs, and no page has to load it.
 */
import type { RefusalCode } from './refusals.ts';

const sentences: Readonly<Record<RefusalCode, string>> = {
  'invalid-body': 'The request is not what this address expects.',
  'zone-unknown': 'There is no such time zone. Names look like America/New_York; without one it is UTC.',
  'create-secret-required': 'Starting a board on this server needs the secret of its operator.',
  'seat-ended': 'This seat is no longer valid. Open the board through its link to join again.',
  'device-ended': 'You ended this device from another one. Open your return link to come back on it.',
  'return-ended': 'This return link has ended. Its person has made a new one, or ended a device of theirs.',
  removed: 'A facilitator has taken this person off the board.',
  'role-refused': 'Only facilitators can do this.',
  'owner-only': 'Only the owner of the board can do this.',
  'end-moved': 'Another facilitator changed the end of this link meanwhile. Look again.',
  'owner-stays': 'The owner stays a facilitator. Hand the board over to another facilitator first.',
  'owner-facilitates': 'A board is handed over to a facilitator. Make this person one first.',
  'edit-refused': 'Observers look at the board and cannot change it.',
  'host-refused': 'The server does not know this name for itself. Whoever runs it can allow it with PUBLIC_ORIGIN.',
  'metrics-refused': 'These numbers are for the machine itself, or for who brings METRICS_TOKEN.',
  'origin-refused': 'This address may not talk to the board server.',
  'link-altered': 'A part of this link is missing or was changed. Copy all of it again.',
  'link-ended': 'This link was reset. Ask a facilitator for the new one.',
  'link-over': 'This link has come to its end. Ask a facilitator for a new one.',
  'table-closed': 'The table is closed: nobody new can join just now. Ask a facilitator to open it.',
  'door-damaged':
    'Who may come in could not be read from the disk, so nobody new does. A facilitator on the board decides how it goes on.',
  'kept-out': 'A facilitator keeps this device off the board. If that is a mistake, ask them to let it in again.',
  'board-unknown': 'There is no board at this address.',
  'code-unknown': 'No board has this code. Check it, or ask for the link.',
  'person-unknown': 'This person is not on the board.',
  'device-unknown': 'This device has no place on the board any more.',
  'asset-unknown': 'This picture is not on the board.',
  'snapshot-unknown': 'This snapshot is not on the board any more.',
  'loss-over': 'Somebody has brought this back already, or put it away.',
  'template-unknown': 'There is no such template.',
  'not-found': 'There is nothing at this address.',
  'board-deleted': 'This board was deleted.',
  'step-unknown': 'This step is not in the agenda any more.',
  'step-running': 'The step that runs now must stay in the agenda.',
  'step-moved': 'Somebody else went to another step just now. Look again.',
  'agenda-unknown': 'This agenda is not kept on this board any more.',
  'agenda-saved': 'An agenda was saved here just now. Look again.',
  'saved-agenda-moved': 'Another facilitator changed this saved agenda meanwhile. Look again.',
  'too-many-agendas': 'This board keeps as many agendas as it can. Delete one first.',
  'agenda-moved': 'Somebody else changed the agenda meanwhile. Look at both, and save again.',
  'step-twice': 'Two steps of the agenda have the same id.',
  'no-workshop': 'No workshop is running. Start with a step of the agenda.',
  'last-step': 'This is the last step. End the workshop when you are done.',
  'first-step': 'This is the first step.',
  'no-timer': 'No clock is running. Start one first.',
  'timer-there': 'A clock is there already. Add time to it, or put it away first.',
  'ready-there': 'Somebody else is asking already. End that question first.',
  'name-moved': 'Somebody else changed this name meanwhile. Save again if yours shall stand.',
  'rating-moved': 'Another facilitator rated this meanwhile. Look again.',
  'wifi-moved': 'Another facilitator wrote this line meanwhile. Look again.',
  'no-ready-check': 'Nobody is asking who is ready any more.',
  'too-many-locks': 'This many single things cannot be locked. Lock the whole board instead.',
  'device-here': 'This is the device that you are on. End it from another one.',
  'last-facilitator': 'The board needs a facilitator. Make somebody else one first.',
  'role-moved': 'The role of this person was changed meanwhile. Look again.',
  'round-unknown': 'There is no such round on this board.',
  'round-open': 'One of this kind is open already. End it first.',
  'round-ended': 'This round has ended. Nothing more is counted or changed.',
  'few-writers':
    'Fewer than three people who had joined before it began wrote, so it is easy to guess who wrote what. Ask them before you reveal.',
  'writers-removed':
    'People who wrote were removed, and fewer than three are left whose ideas may be shown without names. End it without showing.',
  'idea-too-long': 'An idea has at most 1,000 characters.',
  'idea-moved': 'You changed this idea on another screen meanwhile. Read it again; what you wrote here is kept.',
  'too-many-ideas': 'You have written as many ideas as one round takes.',
  'ideas-full': 'This round holds as many ideas as it can.',
  'vote-unknown-option': 'This vote has no such option.',
  'vote-over-cap': 'That is more dots on one option than this vote allows.',
  'vote-over-budget': 'That is more dots than you have.',
  abstaining: 'You said that you do not take part. Take that back first.',
  'answered-already': 'You have answered already. An answer cannot be changed.',
  'too-many-rounds': 'This board keeps as many rounds as it can.',
  'too-large': 'This is larger than the server takes.',
  'board-storage-full': 'The pictures of this board take up all the room they may have.',
  'snapshots-full': 'The snapshots of this board take up all the room they may have. Delete some first.',
  'type-refused': 'Only PNG, JPEG, GIF and WebP pictures can be placed on the board.',
  'file-refused': 'This file is not a board that can be imported.',
  'board-full': 'This board has reached the number of people it can hold.',
  'too-fast': 'That was too often. Wait a minute and try again.',
  damaged: 'The server cannot read this from its disk; nothing was changed.',
  fault: 'Something went wrong on the server. It was noted; try again.',
  restarting: 'The server is restarting. Try again in a moment.',
  'uploads-full': 'Very much was brought from this network today. More can be brought tomorrow.',
  'server-full':
    'The server keeps as much as it may. Boards go on; pictures, files and new boards have to wait for its operator.',
  'not-ready': 'The server cannot save anything just now.',
  'storage-full': 'The disk of the server is full. Nothing can be saved until its operator makes room.',
};

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(sentences[code]);
    this.code = code;
  }
}
