/** Copy, cut and paste in tldraw's menus, by the same ways as with the keys. */
import type { Editor, TLUiActionsContextType } from '@tldraw/tldraw';
import { clipboardWays, type ClipboardWays } from './clipboardWays.ts';

export function clipboardActions(editor: Editor, actions: TLUiActionsContextType): TLUiActionsContextType {
  const ways: Readonly<Record<string, (own: ClipboardWays) => boolean | Promise<boolean>>> = {
    copy: (own) => own.copy('copy'),
    cut: (own) => own.copy('cut'),
    paste: (own) => own.paste(),
  };
  return Object.fromEntries(
    Object.entries(actions).map(([id, action]) => {
      const way = ways[id];
      if (!way) return [id, action];
      const onSelect: typeof action.onSelect = async (source) => {
        const own = clipboardWays.get(editor);
        if (!own || !(await way(own))) await action.onSelect(source);
      };
      return [id, { ...action, onSelect }];
    }),
  );
}
