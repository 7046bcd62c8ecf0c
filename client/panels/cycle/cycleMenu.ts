/** What can be done with a note or an experiment, as data for its menu. */
import type { TFunction } from 'i18next';
import { experimentOf } from '#shared/views/cycle/cycleInput.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { stages } from '#shared/kinds/values.ts';
import { makeAction, makeExperiment, placeNote, planLink, type WorkRef } from '#client/map/cycleActions.ts';
import type { WhyNot } from '#client/map/useWhyNot.ts';
import { ifMay } from '#client/panels/things/ifMay.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
import { noteName } from './cycleWords.ts';

type Note = EntityOf<'notes'>;

export interface CycleActs {
  readonly map: PartnershipMap;
  readonly t: TFunction;
  readonly newId: () => string;
  /** Runs as one act; says `done`; true when it was done. */
  readonly run: (commands: readonly Command[], done: string) => boolean;
  readonly open: (ref: EntityRef) => void;
  readonly choose: (ref: EntityRef) => void;
  /** what the running workshop holds back from this person is not offered */
  readonly whyNot: WhyNot;
}

export function makeExperimentAct({ map, t, newId, run, open }: CycleActs, note: string): void {
  const id = newId();
  const title = noteName(map, note, t);
  if (run(makeExperiment(map, id, note), t('cycle.panel.experimentMade', { title })))
    open({ collection: 'experiments', id });
}

export function makeActionAct({ map, t, newId, run, open }: CycleActs, from: WorkRef): void {
  const id = newId();
  const title = entityName(map, from, t);
  if (run(makeAction(map, id, from), t('cycle.panel.actionMade', { title }))) open({ collection: 'actions', id });
}

export function moveNoteAct({ map, t, run }: CycleActs, note: Note, by: -1 | 1): void {
  const there = map.notes.filter((one) => one.iteration === note.iteration && one.stage === note.stage);
  const place = there.findIndex((one) => one.id === note.id) + by;
  if (place < 0 || place >= there.length) return;
  const to = { round: note.iteration, stage: note.stage, place };
  run(placeNote(map, note.id, to), t(by < 0 ? 'cycle.panel.movedUp' : 'cycle.panel.movedDown'));
}

export function removeAct({ map, t, run }: CycleActs, ref: WorkRef): boolean {
  const name = entityName(map, ref, t);
  const done = `${t('cycle.panel.removed', { name })} ${t('map.goesWith.undo')}`;
  return run([{ type: 'remove', ...ref }], done);
}

/** Notes that this one may build on: what stands before it in the cycle, in this round and in earlier ones, newest first. */
function earlierNotes(map: PartnershipMap, note: Note): readonly Note[] {
  const rank = (one: Note) => one.iteration * stages.length + stages.indexOf(one.stage);
  return map.notes
    .filter((one) => one.id !== note.id && rank(one) <= rank(note) && !one.parked)
    .filter((one) => !note.links.includes(one.id) && !one.links.includes(note.id))
    .toSorted((one, other) => rank(other) - rank(one));
}

/** Lines of a note: what it builds on and rests on, and what it no longer does. */
function lineEntries({ map, t, run }: CycleActs, note: Note): readonly MenuEntry[] {
  const ref: WorkRef = { collection: 'notes', id: note.id };
  const name = noteName(map, note.id, t);
  const link = (from: WorkRef, to: WorkRef, done: string) => () => {
    const plan = planLink(map, from, to);
    if (plan.ok) run(plan.commands, done);
  };
  const targets = earlierNotes(map, note).map((one) => ({
    key: one.id,
    label: `${t('cycle.round', { number: one.iteration })}, ${t(`cycle.kind.${one.stage}`)}: ${noteName(map, one.id, t)}`,
    run: link(
      { collection: 'notes', id: one.id },
      ref,
      t('cycle.panel.linked', { from: name, to: noteName(map, one.id, t) }),
    ),
  }));
  const unlinks = note.links.map((id) => ({
    key: id,
    label: noteName(map, id, t),
    run: () =>
      run(
        [{ type: 'member', collection: 'notes', id: note.id, field: 'links', member: id, on: false }],
        t('cycle.panel.unlinked'),
      ),
  }));
  const rests = map.experiments.map((one) => ({
    key: one.id,
    label: entityName(map, { collection: 'experiments', id: one.id }, t),
    run: link(ref, { collection: 'experiments', id: one.id }, t('cycle.hints.linked')),
  }));
  const canRest = note.stage === 'solution_finding' || note.stage === 'analyzing_reflecting';
  const notOn = {
    key: 'notOn',
    label: t('cycle.panel.notOn'),
    run: () =>
      run([{ type: 'edit', collection: 'notes', id: note.id, fields: { evidence: '' } }], t('cycle.panel.unlinked')),
  };
  return [
    {
      key: 'buildsOn',
      label: t('cycle.panel.buildsOn'),
      entries: targets.length > 0 ? targets : [{ key: 'none', label: t('cycle.panel.nothingToLink') }],
    },
    ...(unlinks.length > 0 ? [{ key: 'unlink', label: t('cycle.panel.unlink'), entries: unlinks }] : []),
    ...(canRest && rests.length > 0 ? [{ key: 'restsOn', label: t('cycle.panel.restsOn'), entries: rests }] : []),
    ...(experimentOf(note) === null ? [] : [notOn]),
  ];
}

function moveToEntry({ map, t, run }: CycleActs, note: Note): MenuEntry {
  return {
    key: 'moveTo',
    label: t('cycle.panel.moveTo'),
    entries: stages
      .filter((stage) => stage !== note.stage)
      .map((stage) => ({
        key: stage,
        label: t(`cycle.stage.${stage}`),
        run: () =>
          run(
            placeNote(map, note.id, { round: note.iteration, stage, place: Number.MAX_SAFE_INTEGER }),
            t('cycle.panel.moved', { stage: t(`cycle.stage.${stage}`) }),
          ),
      })),
  };
}

export function noteMenu(acts: CycleActs, note: Note, isOpen: boolean): readonly MenuEntry[] {
  const { t, run, open } = acts;
  const { id } = note;
  const ref: WorkRef = { collection: 'notes', id };
  const canTry = note.stage === 'solution_finding' || note.stage === 'interpreting_hypothesizing';
  const makes: readonly MenuEntry[] = [
    ...(canTry
      ? ifMay(acts, ['experiments', null, null], {
          key: 'experiment',
          label: t('cycle.panel.makeExperiment'),
          run: () => makeExperimentAct(acts, id),
        })
      : []),
    ...actionEntry(acts, ref),
  ];
  const details = { key: 'details', label: t('cycle.panel.openDetails'), run: () => open(ref) };
  if (!isOpen) return [details, ...makes];
  return [
    details,
    ...ifMay(acts, ['notes', id, 'links'], ...lineEntries(acts, note)),
    ...makes,
    ...ifMay(
      acts,
      ['notes', id, 'stage'],
      moveToEntry(acts, note),
      { key: 'up', label: t('cycle.panel.moveUp'), run: () => moveNoteAct(acts, note, -1) },
      { key: 'down', label: t('cycle.panel.moveDown'), run: () => moveNoteAct(acts, note, 1) },
      {
        key: 'aside',
        label: t(note.parked ? 'cycle.panel.takeBack' : 'cycle.panel.setAside'),
        run: () =>
          run(
            [{ type: 'edit', collection: 'notes', id, fields: { parked: !note.parked } }],
            t(note.parked ? 'cycle.panel.isBack' : 'cycle.panel.isAside'),
          ),
      },
    ),
    ...removeEntry(acts, ref),
  ];
}

function actionEntry(acts: CycleActs, ref: WorkRef): readonly MenuEntry[] {
  const label = acts.t('cycle.panel.makeAction');
  return ifMay(acts, ['actions', null, null], { key: 'action', label, run: () => makeActionAct(acts, ref) });
}

function removeEntry(acts: CycleActs, ref: WorkRef): readonly MenuEntry[] {
  const label = acts.t('cycle.panel.remove');
  return ifMay(acts, [ref.collection, ref.id, null], {
    key: 'remove',
    label,
    isDanger: true,
    run: () => removeAct(acts, ref),
  });
}

export function experimentMenu(acts: CycleActs, { id }: EntityOf<'experiments'>): readonly MenuEntry[] {
  const { map, t, run, open } = acts;
  const ref: WorkRef = { collection: 'experiments', id };
  const hypotheses = map.notes.filter((one) => one.stage === 'interpreting_hypothesizing' && !one.parked);
  const tests = {
    key: 'tests',
    label: t('cycle.panel.buildsOn'),
    entries: hypotheses.toReversed().map((note) => ({
      key: note.id,
      label: noteName(map, note.id, t),
      run: () => {
        const plan = planLink(map, { collection: 'notes', id: note.id }, ref);
        if (plan.ok) run(plan.commands, t('cycle.hints.linked'));
      },
    })),
  };
  return [
    { key: 'details', label: t('cycle.panel.openDetails'), run: () => open(ref) },
    ...(hypotheses.length === 0 ? [] : ifMay(acts, ['experiments', id, 'hypothesis_note_id'], tests)),
    ...actionEntry(acts, ref),
    ...removeEntry(acts, ref),
  ];
}
