/** Who may do what on a board. The server decides by this table; the client only hides what the table refuses. */
import * as v from 'valibot';

export const roles = ['facilitator', 'participant', 'observer'] as const;
export const Role = v.picklist(roles);
export type Role = (typeof roles)[number];

export type Right =
  /** change the document (map and canvas), upload pictures */
  | 'edit'
  /** see and reset links, rename or delete the board, remove people */
  | 'administer';

const rights: Record<Role, readonly Right[]> = {
  facilitator: ['edit', 'administer'],
  participant: ['edit'],
  observer: [],
};

/** True when a person with this role has the right. */
export function mayDo(role: Role, right: Right): boolean {
  return rights[role].includes(right);
}
