/** What the server has said on this board's line about the board and this person. */
import type { Person, ReadOnlyReason, ServerMessage } from '#shared/wire/messages.ts';
import type { Role } from '#shared/wire/roles.ts';

export class ServerFacts {
  role: Role;
  title: string;
  me: Person | null = null;
  /** Why the room takes no edits just now. */
  readOnly: ReadOnlyReason | null = null;
  /** The server's time of the last acknowledgement. */
  savedAt: number | null = null;

  constructor(role: Role, title: string) {
    this.role = role;
    this.title = title;
  }

  receive(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        this.me = message.person;
        this.role = message.person.role;
        this.title = message.title;
        this.readOnly = message.readOnly;
        return;
      case 'saved':
        this.savedAt = message.at;
        return;
      case 'board':
        this.title = message.title;
        return;
      case 'mode':
        this.readOnly = message.readOnly;
        return;
      case 'role':
        this.role = message.role;
        if (this.me !== null) this.me = { ...this.me, role: message.role };
        return;
      default:
    }
  }
}
