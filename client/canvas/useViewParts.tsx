/** What the canvas takes over from the views: shapes, what they are called, tools with their letters, actions that spare them. */
import type { TLComponents, TLUiOverrides } from '@tldraw/tldraw';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardToolbar } from './BoardToolbar.tsx';
import type { CanvasAdditions } from './CanvasAdditions.ts';
import { groupChosen } from './projected/groupChosen.ts';
import { isOfMap, viewNames, viewOf } from './projected/isOfMap.ts';
import { viewTools } from './projected/viewTools.ts';

/** tldraw starts a new editor when they are other objects. */
export const viewShapeUtils = viewNames.flatMap((name) => viewOf(name).shapeUtils);
export const viewToolStates = viewTools.map(({ tool }) => tool);

const components: TLComponents = { Toolbar: BoardToolbar };

/** Stable as long as the language stays. */
export function useViewParts(): CanvasAdditions {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo<CanvasAdditions>(
    () => ({
      shapeUtils: viewShapeUtils,
      tools: viewToolStates,
      components,
      overrides: { ...viewOverrides(t), translations: { [language]: typeWords(t) } },
    }),
    [t, language],
  );
}

/** What tldraw calls a chosen shape when it speaks: it looks for `tool.<type>`. */
function typeWords(t: TFunction): Record<string, string> {
  return Object.fromEntries(
    viewNames.flatMap((name) => {
      const view = viewOf(name);
      return Object.entries(view.types).map(([word, type]) => [`tool.${type}`, view.typeName(t, word)]);
    }),
  );
}

function viewOverrides(t: TFunction): TLUiOverrides {
  return {
    tools: (editor, tools) => ({
      ...tools,
      ...Object.fromEntries(
        viewTools.map(({ id, letter, icon, name }) => [
          id,
          {
            id,
            // tldraw shows what it has no translation for as it is.
            label: name(t),
            icon,
            kbd: letter,
            onSelect: () => {
              editor.setCurrentTool(id);
            },
          },
        ]),
      ),
    }),
    actions: (editor, actions) => {
      const { group } = actions;
      if (!group) return actions;
      return {
        ...actions,
        group: {
          ...group,
          onSelect: (source) => {
            if (groupChosen(editor)) return;
            // What shows the map has its place in the map; the rest of the selection becomes the group.
            const free = editor.getSelectedShapeIds().filter((id) => !isOfMap(id));
            if (free.length < 2) return;
            editor.setSelectedShapes(free);
            return group.onSelect(source);
          },
        },
      };
    },
  };
}
