/**
 * An agenda as facilitators take it along: a JSON file with a format and a version, with what people do in each step and the
 * notes. What is read is looked at piece by piece, so that each fault has a place and a sentence, and nothing is taken half.
 */
import * as v from 'valibot';
import { line, seenText } from '../text/line.ts';
import { oneLine } from '../text/unseen.ts';
import { isAgendaTooLong } from '#shared/wire/WorkshopCommand.ts';
import { agendaLimits, WrittenStep } from '#shared/wire/WorkshopState.ts';
import { splitNotes } from './agendaNotes.ts';
import type { NotedStep } from './mergeAgenda.ts';

export const agendaFormat = 'roundtable-agenda';
export const agendaFileVersion = 1;
export const agendaNameLength = 80;
/** More than any agenda takes. */
export const maxAgendaFileBytes = 1024 * 1024;

/** A step with its note: as it stands in files and in agendas that are kept. */
export const FileStep = v.strictObject({
  ...WrittenStep.entries,
  note: v.optional(seenText(agendaLimits.noteLength), ''),
});
export const AgendaName = line(agendaNameLength);
export const FileSteps = v.pipe(
  v.array(FileStep),
  v.minLength(1),
  v.maxLength(agendaLimits.steps),
  v.check((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, 'has a step twice'),
  v.check((steps) => !isAgendaTooLong(splitNotes(steps)), 'is too long'),
);

export interface KeptAgenda {
  readonly name: string;
  readonly steps: readonly NotedStep[];
}

/** Why a file is no agenda. `step` counts from 1; `field` as it is called in the file. */
export type AgendaFault =
  | { readonly fault: 'tooLarge' | 'notJson' | 'notAgenda' | 'newer' | 'name' | 'noSteps' | 'tooManySteps' | 'tooLong' }
  | { readonly fault: 'notStep' | 'twice'; readonly step: number }
  | { readonly fault: 'missing' | 'unknown' | 'wrong'; readonly step: number; readonly field: string };

export type ReadAgenda =
  | { readonly ok: true; readonly agenda: KeptAgenda }
  | { readonly ok: false; readonly faults: readonly AgendaFault[] };

export function writeAgendaFile({ name, steps }: KeptAgenda): string {
  const written = { format: agendaFormat, version: agendaFileVersion, name, steps };
  return `${JSON.stringify(written, null, 2)}\n`;
}

export function readAgendaFile(bytes: Uint8Array): ReadAgenda {
  if (bytes.byteLength > maxAgendaFileBytes) return faulty({ fault: 'tooLarge' });
  let file: unknown;
  try {
    file = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return faulty({ fault: 'notJson' });
  }
  return readAgendaObject(file);
}

const File = v.object({ format: v.literal(agendaFormat), version: v.number(), name: v.unknown(), steps: v.unknown() });

export function readAgendaObject(file: unknown): ReadAgenda {
  const read = v.safeParse(File, file);
  if (!read.success) return faulty({ fault: 'notAgenda' });
  const { version, name, steps } = read.output;
  if (version > agendaFileVersion) return faulty({ fault: 'newer' });
  if (version !== agendaFileVersion || !Array.isArray(steps)) return faulty({ fault: 'notAgenda' });
  const named = v.safeParse(AgendaName, name);
  if (!named.success) return faulty({ fault: 'name' });
  if (steps.length === 0) return faulty({ fault: 'noSteps' });
  if (steps.length > agendaLimits.steps) return faulty({ fault: 'tooManySteps' });
  const found = steps.map((step: unknown, index) => readStep(step, index + 1));
  const faults = found.flatMap((one) => one.faults);
  if (faults.length > 0) return faulty(...faults);
  const whole = found.flatMap(({ step }) => step ?? []);
  const twice = whole.findIndex(({ id }, index) => whole.slice(0, index).some((one) => one.id === id));
  if (twice >= 0) return faulty({ fault: 'twice', step: twice + 1 });
  if (isAgendaTooLong(splitNotes(whole))) return faulty({ fault: 'tooLong' });
  return { ok: true, agenda: { name: named.output, steps: whole } };
}

interface StepRead {
  readonly step: NotedStep | null;
  readonly faults: readonly AgendaFault[];
}

function readStep(step: unknown, number: number): StepRead {
  if (typeof step !== 'object' || step === null || Array.isArray(step))
    return { step: null, faults: [{ fault: 'notStep', step: number }] };
  const read = v.safeParse(FileStep, step);
  if (read.success) return { step: read.output, faults: [] };
  const faults = read.issues.map((issue): AgendaFault => {
    const key = issue.path?.[0]?.key;
    const field = oneLine(String(key ?? '')).slice(0, 40);
    if (issue.path?.length === 1 && !Object.hasOwn(step, String(key))) return { fault: 'missing', step: number, field };
    return { fault: Object.hasOwn(FileStep.entries, field) ? 'wrong' : 'unknown', step: number, field };
  });
  const seen = new Set<string>();
  // one sentence for each field, however much is wrong in it
  const once = faults.filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)));
  return { step: null, faults: once };
}

function faulty(...faults: readonly AgendaFault[]): ReadAgenda {
  return { ok: false, faults };
}

/** As a file is called on every system. */
export function agendaFileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${safe === '' ? 'agenda' : safe}.agenda.json`;
}
