/** A thing of a sheet in a picture file of the canvas: everything, in plain colors, without what is pressed. */
import type { SvgExportContext } from '@tldraw/tldraw';
import { sheetPalettes } from '#shared/views/sheet/sheetPalette.ts';
import { Drawn } from '../drawn/Drawn.tsx';
import { drawOnSheet } from './drawOnSheet.ts';
import type { SheetShape } from './sheetShapes.ts';
import { useSheetWords } from './useSheetWords.ts';

export interface FiledOnSheetProps {
  readonly shape: SheetShape;
  readonly context: SvgExportContext;
}

export function FiledOnSheet({ shape, context }: FiledOnSheetProps) {
  const words = useSheetWords();
  const palette = context.isDarkMode ? sheetPalettes.dark : sheetPalettes.light;
  return <Drawn drawing={drawOnSheet(shape, { palette, words })} title={shape.props.text} onPaper />;
}
