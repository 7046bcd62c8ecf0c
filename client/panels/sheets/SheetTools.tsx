/** What is done with a sheet as a whole: its order, its colors, and its groups as interests. */
import { sheetSorts } from '#shared/kinds/values.ts';
import { alreadyMade } from '#shared/map/readings/madeFrom.ts';
import type { Sheet } from '#shared/map/readings/sheets.ts';
import { Button } from '#client/ui/Button.tsx';
import { Target } from '#client/ui/icons/Target.tsx';
import { WandSparkles } from '#client/ui/icons/WandSparkles.tsx';
import { makeAct, makeLabel, type SheetActs, sourcesOf } from './SheetActs.ts';
import styles from './SheetsPanel.module.css';

export function SheetTools({ sheet, acts }: { readonly sheet: Sheet; readonly acts: SheetActs }) {
  const { t, run, map } = acts;
  const { id, sort, color_by } = sheet.sheet;
  const edit = (fields: { readonly sort?: typeof sort; readonly color_by?: typeof color_by }, done: string) =>
    run([{ type: 'edit', collection: 'sheets', id, fields }], done);
  const groups = {
    ideas: [],
    groups: sheet.groups.filter(({ notes }) => notes.length > 0).map(({ group }) => group.id),
  };
  const sources = sourcesOf(groups);
  const may = (field: string) => acts.whyNot('sheets', id, field) === null;
  const mayTidy = may('sort') && acts.whyNot('ideas', null, 'order') === null;
  const mayMake = acts.whyNot('interests', null, null) === null;
  const isMade = alreadyMade(map, sources, 'interests').length === sources.length;
  return (
    <div className={styles['tools']}>
      <label className={styles['sort']}>
        <span>{t('sheet.panel.sort')}</span>
        <select
          value={sort}
          disabled={!may('sort')}
          onChange={(event) => {
            const to = sheetSorts.find((one) => one === event.target.value);
            if (to) edit({ sort: to }, t(`sheet.done.sorted.${to}`));
          }}
        >
          {sheetSorts.map((one) => (
            <option key={one} value={one}>
              {t(`map.value.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {mayTidy && (
        <Button
          icon={<WandSparkles aria-hidden="true" />}
          onClick={() => run([{ type: 'tidySheet', id }], t('sheet.done.tidy'))}
        >
          {t('sheet.panel.tidy')}
        </Button>
      )}
      <label className={styles['color']}>
        <input
          type="checkbox"
          checked={color_by === 'group'}
          disabled={!may('color_by')}
          onChange={(event) =>
            edit(
              { color_by: event.target.checked ? 'group' : 'none' },
              t(event.target.checked ? 'sheet.done.colored' : 'sheet.done.plain'),
            )
          }
        />
        {t('sheet.panel.color')}
      </label>
      {sources.length > 0 && mayMake && !isMade && (
        <Button
          look="primary"
          icon={<Target aria-hidden="true" />}
          onClick={() => makeAct(acts, groups, { collection: 'interests' })}
        >
          {makeLabel(t, groups, 'interests')}
        </Button>
      )}
    </div>
  );
}
