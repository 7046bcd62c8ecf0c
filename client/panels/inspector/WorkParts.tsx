/** What a note or an experiment is joined to, in words, and what one press makes of it. */
import { FlaskConical } from '#client/ui/icons/FlaskConical.tsx';
import { ListPlus } from '#client/ui/icons/ListPlus.tsx';
import { useTranslation } from 'react-i18next';
import { experimentOf } from '#shared/views/cycle/cycleInput.ts';
import { makeAction, makeExperiment, type WorkRef } from '#client/map/cycleActions.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useMay } from '#client/map/useMay.ts';
import { Button } from '#client/ui/Button.tsx';
import { entityName } from '#client/panels/things/entityName.ts';
import styles from './InspectorPanel.module.css';

export function WorkParts({ work }: { readonly work: WorkRef }) {
  const { t } = useTranslation();
  const map = useMap();
  const may = useMay();
  const { boardMap, selection } = useBoardMap();
  const { run, refused } = useCommands();
  const note = work.collection === 'notes' ? map.notes.find(({ id }) => id === work.id) : undefined;
  const isTried = note?.stage === 'solution_finding' || note?.stage === 'interpreting_hypothesizing';
  const canTry = isTried && may('experiments', null, null);
  const canAct = may('actions', null, null);
  const title = entityName(map, work, t);
  const made = (collection: 'actions' | 'experiments', done: string) => {
    const id = boardMap.newId();
    const commands = collection === 'actions' ? makeAction(map, id, work) : makeExperiment(map, id, work.id);
    if (run(commands, done).ok) selection.open({ collection, id });
  };
  const joined: readonly { readonly ref: WorkRef; readonly word: string }[] = [
    ...(note?.links ?? []).map((id) => ({
      ref: { collection: 'notes', id } as const,
      word: t('cycle.panel.joinedTo'),
    })),
    ...(note && experimentOf(note) !== null
      ? [
          {
            ref: { collection: 'experiments', id: experimentOf(note) ?? '' } as const,
            word: t('cycle.panel.restsUpon'),
          },
        ]
      : []),
    ...map.notes
      .filter((other) =>
        work.collection === 'notes' ? other.links.includes(work.id) : experimentOf(other) === work.id,
      )
      .map(({ id }) => ({ ref: { collection: 'notes', id } as const, word: t('cycle.panel.joinedBy') })),
  ];
  return (
    <>
      {joined.length > 0 && (
        <section className={styles['parts']} aria-labelledby="work-joined">
          <h4 id="work-joined">{t('cycle.panel.joined')}</h4>
          <ul>
            {joined.map(({ ref, word }) => (
              <li key={`${word} ${ref.collection} ${ref.id}`}>
                <span className={styles['quiet']}>{word}</span>
                <button type="button" className={styles['link']} onClick={() => selection.reveal(ref)}>
                  {entityName(map, ref, t)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {refused !== null && <p role="alert">{refused}</p>}
      {(canTry || canAct) && (
        <div className={styles['makes']}>
          {canTry && (
            <Button
              icon={<FlaskConical aria-hidden="true" />}
              onClick={() => made('experiments', t('cycle.panel.experimentMade', { title }))}
            >
              {t('cycle.panel.makeExperiment')}
            </Button>
          )}
          {canAct && (
            <Button
              icon={<ListPlus aria-hidden="true" />}
              onClick={() => made('actions', t('cycle.panel.actionMade', { title }))}
            >
              {t('cycle.panel.makeAction')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
