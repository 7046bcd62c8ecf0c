/** Commands that put notes and groups on the sheet `s`, for tests. */
import type { Command } from '#shared/map/commands/Command.ts';

export const addSheet: Command = { type: 'add', collection: 'sheets', id: 's', fields: { question: 'Who pays?' } };

export const addIdea = (id: string, group_id: string | null = null): Command => ({
  type: 'add',
  collection: 'ideas',
  id,
  fields: { sheet_id: 's', text: `Text of ${id}`, group_id },
});

export const addGroup = (id: string): Command => ({
  type: 'add',
  collection: 'groups',
  id,
  fields: { sheet_id: 's', title: `Group ${id}` },
});
