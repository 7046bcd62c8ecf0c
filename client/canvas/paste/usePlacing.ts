/** Places what was pasted in the way that is most often meant, says so, and offers the other way. */
import { useEditor, useToasts, type TLShapeId, type VecLike } from '@tldraw/tldraw';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { maxRecordText } from '#shared/board/limits/textLimits.ts';
import { placeLines, placeNotes, placeText } from './placePasted.ts';
import { mostNotes, type Pasted } from './readPasted.ts';

export interface Placing {
  readonly place: (pasted: Pasted, at: VecLike) => Promise<void>;
  /** Says how long a text may be. */
  readonly refuse: (length: number) => void;
}

export function usePlacing(): Placing {
  const editor = useEditor();
  const { addToast } = useToasts();
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const number = new Intl.NumberFormat(i18n.language);
    const tell = (title: string, label?: string, act?: () => void): void => {
      const actions = label !== undefined && act ? [{ type: 'primary' as const, label, onClick: act }] : [];
      addToast({ id: 'pasted', title, severity: 'info', keepOpen: actions.length > 0, actions });
    };
    const refuse = (length: number): void =>
      tell(t('pasted.tooLong', { length: number.format(length), most: number.format(maxRecordText) }));
    const instead = (ids: readonly TLShapeId[], place: () => unknown) => () => {
      editor.markHistoryStoppingPoint('placed another way');
      editor.deleteShapes([...ids]);
      void place();
    };
    return {
      refuse,
      async place(pasted, at) {
        if (pasted.kind === 'tooLong') return refuse(pasted.length);
        if (pasted.kind === 'unknown') return tell(t('pasted.unknown'));
        const asText = () => placeText(editor, pasted.text, at);
        editor.markHistoryStoppingPoint('paste');
        if (pasted.kind === 'table') {
          const count = pasted.rows.flat().filter((cell) => cell !== '').length;
          if (count <= mostNotes) {
            const ids = placeNotes(editor, pasted.rows, at);
            return tell(t('pasted.table', { count }), t('pasted.asOneText'), instead(ids, asText));
          }
          tell(t('pasted.manyCells', { count, most: mostNotes }));
        }
        const ids = await asText();
        if (pasted.kind !== 'lines') return;
        const count = pasted.lines.length;
        const asNotes = instead(ids, () => placeLines(editor, pasted.lines, at));
        tell(t('pasted.lines', { count }), t('pasted.asNotes', { count }), asNotes);
      },
    };
  }, [editor, addToast, t, i18n.language]);
}
