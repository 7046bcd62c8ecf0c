/**
 * Agendas that facilitators keep on a board under names of their own (facilitators only; they hold notes).
 *
 *   GET    /api/boards/:id/agendas           -> SavedAgendas, by name
 *   GET    /api/boards/:id/agendas/:agenda   -> WholeAgenda
 *   PUT    /api/boards/:id/agendas/:agenda   SaveAgenda: adds it (from 0), or replaces the version that was on the screen
 *   PATCH  /api/boards/:id/agendas/:agenda   NameAgenda
 *   DELETE /api/boards/:id/agendas/:agenda?from=<version>
 */
import * as v from 'valibot';

/** Made by the client, so that a retry saves once. */
export const AgendaId = v.pipe(v.string(), v.regex(/^[a-z0-9]{12,24}$/));
const version = v.pipe(v.number(), v.integer(), v.minValue(0));

export const maxSavedAgendas = 30;

export const SavedAgenda = v.object({
  id: AgendaId,
  name: v.string(),
  /** counts its changes, from 1 */
  version,
  steps: v.number(),
  minutes: v.number(),
});
export type SavedAgenda = v.InferOutput<typeof SavedAgenda>;
export const SavedAgendas = v.object({ agendas: v.array(SavedAgenda) });
export type SavedAgendas = v.InferOutput<typeof SavedAgendas>;

/** `agenda`: as in a file of an agenda. */
export const WholeAgenda = v.object({ version, agenda: v.unknown() });
export type WholeAgenda = v.InferOutput<typeof WholeAgenda>;
export const SaveAgenda = v.strictObject({ agenda: v.unknown(), from: version });
export type SaveAgenda = v.InferOutput<typeof SaveAgenda>;
export const NameAgenda = v.strictObject({ name: v.string(), from: version });
