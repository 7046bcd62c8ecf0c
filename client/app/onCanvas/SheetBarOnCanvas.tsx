/** The bar under what is chosen on a sheet: what it becomes, where it goes; of a sheet as a whole its order and its list. */
import { useCallback, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useChosenPlace } from '#client/canvas/sheet/useChosenPlace.ts';
import { writeWhenThere } from '#client/canvas/sheet/writeWhenThere.ts';
import { useBoard } from '#client/board/BoardContext.ts';
import { useChosen, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { ChosenBar } from '#client/panels/sheets/ChosenBar.tsx';
import { chosenOn } from '#client/panels/sheets/SheetActs.ts';
import { SheetTools } from '#client/panels/sheets/SheetTools.tsx';
import { useSheetActs } from '#client/panels/sheets/useSheetActs.ts';
import { Button } from '#client/ui/Button.tsx';
import { ListTree } from '#client/ui/icons/ListTree.tsx';
import { sheetOf } from '#shared/map/readings/sheets.ts';
import styles from './SheetBarOnCanvas.module.css';
import type { MountedCanvas } from './ViewsOnCanvas.tsx';

export interface SheetBarOnCanvasProps {
  readonly editor: NonNullable<MountedCanvas>['editor'];
  /** At the lower edge instead of at what is chosen. */
  readonly isDocked: boolean;
}

export function SheetBarOnCanvas({ editor, isDocked }: SheetBarOnCanvasProps) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const map = useMap();
  const readOnly = useReadOnly();
  const refs = useChosen();
  const rename = useCallback((group: string) => writeWhenThere(editor, group), [editor]);
  const { acts } = useSheetActs(rename);
  const place = useChosenPlace(editor);
  const chosen = chosenOn(map, refs);
  const [first] = refs;
  const sheet = first?.collection === 'sheets' ? sheetOf(map, first.id) : null;
  if (readOnly || place === null || (chosen === null && sheet === null)) return null;
  return (
    <div
      className={isDocked ? styles['docked'] : styles['bar']}
      style={isDocked ? undefined : ({ '--at-left': `${place.left}px`, top: place.top } as CSSProperties)}
    >
      {chosen && <ChosenBar chosen={chosen} acts={acts} onClosed={() => editor.focus()} />}
      {!chosen && sheet && (
        <div role="toolbar" aria-label={t('sheet.bar.sheet')} className={styles['sheet']}>
          <SheetTools sheet={sheet} acts={acts} />
          <Button icon={<ListTree aria-hidden="true" />} onClick={() => screen.open('sheets')}>
            {t('sheet.bar.list')}
          </Button>
        </div>
      )}
    </div>
  );
}
