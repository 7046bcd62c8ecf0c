/** Which sheet one reads: its question, how much is on it, and the ways to its place and its details. */
import { useTranslation } from 'react-i18next';
import type { Sheet } from '#shared/map/readings/sheets.ts';
import { useReadOnly } from '#client/map/MapContext.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { Button } from '#client/ui/Button.tsx';
import { Crosshair } from '#client/ui/icons/Crosshair.tsx';
import { Pencil } from '#client/ui/icons/Pencil.tsx';
import type { SheetActs } from './SheetActs.ts';
import styles from './SheetsPanel.module.css';

export interface SheetHeadProps {
  readonly sheet: Sheet;
  readonly onSheet: (id: string) => void;
  readonly onShow: () => void;
  readonly acts: SheetActs;
}

export function SheetHead({ sheet, onSheet, onShow, acts }: SheetHeadProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const { map, open } = acts;
  const ref = { collection: 'sheets', id: sheet.sheet.id } as const;
  const facts = [
    t('sheet.notes', { count: sheet.count }),
    ...(sheet.groups.length === 0 ? [] : [t('sheet.groups', { count: sheet.groups.length })]),
  ];
  return (
    <header className={styles['head']}>
      {map.sheets.length > 1 && (
        <label className={styles['choose']}>
          <span className="visually-hidden">{t('sheet.panel.sheet')}</span>
          <select value={ref.id} onChange={(event) => onSheet(event.target.value)}>
            {map.sheets.toReversed().map(({ id }) => (
              <option key={id} value={id}>
                {entityName(map, { collection: 'sheets', id }, t)}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className={styles['question']}>{entityName(map, ref, t)}</p>
      <p className={styles['quiet']}>{facts.join(' · ')}</p>
      <div className={styles['answers']}>
        <Button icon={<Crosshair aria-hidden="true" />} onClick={onShow}>
          {t('sheet.panel.show')}
        </Button>
        {!readOnly && (
          <Button icon={<Pencil aria-hidden="true" />} onClick={() => open(ref)}>
            {t('sheet.panel.details')}
          </Button>
        )}
      </div>
    </header>
  );
}
