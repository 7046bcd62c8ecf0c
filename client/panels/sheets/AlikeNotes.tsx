/** Notes that say nearly the same, one bunch at a time: offered, and nothing is done by itself. */
import { useMemo, useState } from 'react';
import { alikeNotes } from '#shared/map/readings/alikeNotes.ts';
import type { Sheet, SheetNote } from '#shared/map/readings/sheets.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { groupAct, mergeAct, type SheetActs } from './SheetActs.ts';
import { sheetRights } from './sheetRights.ts';
import styles from './SheetsPanel.module.css';

export function AlikeNotes({ sheet, acts }: { readonly sheet: Sheet; readonly acts: SheetActs }) {
  const { t } = acts;
  const { selection } = useBoardMap();
  const [notNow, setNotNow] = useState<ReadonlySet<string>>(new Set());
  const bunches = useMemo(() => alikeNotes(sheet), [sheet]);
  const bunch = bunches.find((one) => !notNow.has(keyOf(one)));
  if (!bunch) return null;
  const ids = bunch.map(({ idea }) => idea.id);
  const { mayGroup, mayMerge } = sheetRights(acts.whyNot, { ideas: ids, groups: [] });
  const heading = 'sheet-alike';
  const isTogether = sheet.groups.some(({ notes }) => ids.every((id) => notes.some(({ idea }) => idea.id === id)));
  return (
    <section aria-labelledby={heading} className={styles['alike']}>
      <h3 id={heading}>{t('sheet.alike.title', { count: ids.length })}</h3>
      <ul>
        {bunch.map(({ idea }) => (
          <li key={idea.id}>{idea.text}</li>
        ))}
      </ul>
      <div className={styles['answers']}>
        <Button
          onClick={() => {
            const [first = ''] = ids;
            selection.reveal({ collection: 'ideas', id: first });
            selection.choose(ids.map((id) => ({ collection: 'ideas', id }) as const));
          }}
        >
          {t('sheet.alike.show')}
        </Button>
        {!isTogether && mayGroup && <Button onClick={() => groupAct(acts, ids)}>{t('sheet.alike.group')}</Button>}
        {mayMerge && <Button onClick={() => mergeAct(acts, ids)}>{t('sheet.alike.merge')}</Button>}
        <Button look="plain" onClick={() => setNotNow(new Set([...notNow, keyOf(bunch)]))}>
          {t('sheet.alike.notNow')}
        </Button>
      </div>
    </section>
  );
}

function keyOf(bunch: readonly SheetNote[]): string {
  return bunch.map(({ idea }) => idea.id).join(' ');
}
