/** What the panel says about notes and experiments: links in words, what is known, what is missing. */
import type { TFunction } from 'i18next';
import { experimentOf } from '#shared/views/cycle/cycleInput.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { entityName, organizationName } from '#client/panels/things/entityName.ts';

type Note = EntityOf<'notes'>;
type Experiment = EntityOf<'experiments'>;

const short = 90;

/** A note as others name it: its first words. */
export function noteName(map: PartnershipMap, id: string, t: TFunction): string {
  const name = entityName(map, { collection: 'notes', id }, t);
  return name.length <= short ? name : `${name.slice(0, short).trimEnd()}…`;
}

/** With its round where that is another one than that of who speaks. */
function namedFrom(map: PartnershipMap, id: string, round: number, t: TFunction): string {
  const note = map.notes.find((one) => one.id === id);
  const name = noteName(map, id, t);
  return note && note.iteration !== round ? t('cycle.panel.says.inRound', { name, number: note.iteration }) : name;
}

function dayOf(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

export function noteFacts(map: PartnershipMap, note: Note, t: TFunction): readonly string[] {
  const facts: string[] = [];
  if (note.parked) facts.push(t('cycle.setAside'));
  if (note.tag !== null) facts.push(t(`cycle.tag.${note.tag}`));
  if (note.level !== null) facts.push(t(`cycle.level.${note.level}`));
  if (note.votes !== null) facts.push(t('cycle.votes', { count: note.votes }));
  for (const id of note.links)
    facts.push(t('cycle.panel.says.buildsOn', { name: namedFrom(map, id, note.iteration, t) }));
  const experiment = experimentOf(note);
  if (experiment !== null)
    facts.push(
      t('cycle.panel.says.restsOnExperiment', {
        name: entityName(map, { collection: 'experiments', id: experiment }, t),
      }),
    );
  else if (note.evidence.startsWith('indicator:'))
    facts.push(
      t('cycle.panel.says.rests', {
        name: entityName(map, { collection: 'indicators', id: note.evidence.slice('indicator:'.length) }, t),
      }),
    );
  else if (note.evidence.trim() !== '') facts.push(t('cycle.panel.says.rests', { name: note.evidence.trim() }));
  for (const other of map.notes)
    if (other.iteration !== note.iteration && other.links.includes(note.id))
      facts.push(t('cycle.panel.says.carriesOn', { name: namedFrom(map, other.id, note.iteration, t) }));
  return facts;
}

export function experimentFacts(
  map: PartnershipMap,
  experiment: Experiment,
  asOf: string,
  t: TFunction,
  language: string,
): readonly string[] {
  const { hypothesis_note_id: note, hypothesis, measure, success_threshold, result, learning } = experiment;
  const says = (key: 'counts' | 'right' | 'saw' | 'learned' | 'believes', name: string) =>
    t(`cycle.panel.says.${key}`, { name: name.trim() });
  const isFilled = (text: string) => text.trim() !== '';
  const isLate =
    experiment.end_on !== null && experiment.end_on < asOf && !isFilled(result) && experiment.status !== 'stopped';
  return [
    t(`cycle.status.${experiment.status}`),
    ...(experiment.decision === null ? [] : [t(`cycle.decision.${experiment.decision}`)]),
    ...(experiment.level === null ? [] : [t(`cycle.level.${experiment.level}`)]),
    note !== null
      ? t('cycle.panel.says.tests', { name: noteName(map, note, t) })
      : isFilled(hypothesis)
        ? says('believes', hypothesis)
        : t('cycle.panel.says.noBelief'),
    isFilled(measure) ? says('counts', measure) : t('cycle.panel.says.noMeasure'),
    ...(isFilled(success_threshold) ? [says('right', success_threshold)] : []),
    ...(isFilled(result) ? [says('saw', result)] : []),
    ...(isFilled(learning) ? [says('learned', learning)] : []),
    experiment.owner_org_id === null
      ? t('cycle.panel.says.noOwner')
      : t('cycle.panel.says.owner', { name: organizationName(map, experiment.owner_org_id, t) }),
    ...(experiment.end_on === null
      ? []
      : [t(isLate ? 'cycle.panel.says.late' : 'cycle.panel.says.until', { date: dayOf(experiment.end_on, language) })]),
  ];
}

/** When a round ran. */
export function roundDays(round: EntityOf<'iterations'>, t: TFunction, language: string): string {
  if (round.started_on === null) return '';
  const from = dayOf(round.started_on, language);
  if (round.closed_on === null) return t('cycle.panel.since', { date: from });
  return t('cycle.panel.fromTo', { from, to: dayOf(round.closed_on, language) });
}
