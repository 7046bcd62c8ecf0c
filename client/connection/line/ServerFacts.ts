/** What the server has said on this board's line about the board and this person. */
import type { Person, ReadOnlyReason, ServerMessage } from '#shared/wire/messages.ts';
import type { Role } from '#shared/wire/roles.ts';

export interface Facts {
  readonly role: Role;
  readonly title: string;
  readonly me: Person | null;
  /** Why the room takes no edits just now. */
  readonly readOnly: ReadOnlyReason | null;
  /** The server's time of the last acknowledgement. */
  readonly savedAt: number | null;
}

export class ServerFacts {
  #facts: Facts;

  constructor(role: Role, title: string) {
    this.#facts = { role, title, me: null, readOnly: null, savedAt: null };
  }

  readonly now = (): Facts => this.#facts;

  receive(message: ServerMessage): void {
    this.#facts = { ...this.#facts, ...this.#changed(message) };
  }

  /** It refused an edit for this reason, and will the next ones. */
  closed(readOnly: ReadOnlyReason): void {
    this.#facts = { ...this.#facts, readOnly };
  }

  #changed(message: ServerMessage): Partial<Facts> {
    const { me } = this.#facts;
    switch (message.type) {
      case 'welcome': {
        const { person, title, readOnly } = message;
        return { me: person, role: person.role, title, readOnly };
      }
      case 'saved':
        return { savedAt: message.at };
      case 'board':
        return { title: message.title };
      case 'mode':
        return { readOnly: message.readOnly };
      case 'role':
        return { role: message.role, me: me && { ...me, role: message.role } };
      default:
        return {};
    }
  }
}
