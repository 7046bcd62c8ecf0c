/** What the canvas takes over from the frame: tools with their names and letters, toolbar, and actions that spare its shapes. */
import {
  ArrowToolbarItem,
  AssetToolbarItem,
  DefaultToolbar,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  FrameToolbarItem,
  HandToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  NoteToolbarItem,
  RectangleToolbarItem,
  RhombusToolbarItem,
  SelectToolbarItem,
  TextToolbarItem,
  ToolbarItem,
  type TLComponents,
  type TLUiOverrides,
} from '@tldraw/tldraw';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasAdditions } from '../CanvasAdditions.ts';
import { PermittedTools, type ToolOffer } from '../limits/PermittedTools.tsx';
import './frame.css';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { frameShapeUtils } from './frameShapeUtils.ts';
import { FrameToolIcon } from './FrameToolIcon.tsx';
import { frameToolIds, frameTools, type FrameToolId } from './frameTools.ts';
import { isProjected } from './isProjected.ts';

/** Letters that tldraw leaves free: p(artner), s(peaks), w(orks), m(akes decisions). */
const letters: Readonly<Record<FrameToolId, string>> = {
  interest: 'i',
  organization: 'p',
  designee: 's',
  doer: 'w',
  decision_maker: 'm',
};

type FrameShapeName = keyof typeof frameShapeTypes;

const components: TLComponents = { Toolbar: FrameToolbar };

/** Stable as long as the language stays. */
export function useFrameParts(): CanvasAdditions {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo<CanvasAdditions>(
    () => ({
      shapeUtils: frameShapeUtils,
      tools: frameTools,
      components,
      overrides: {
        ...frameOverrides((tool) => t(`frame.tools.${tool}`)),
        translations: {
          [language]: frameTypeWords((shape) => t(`frame.shapes.${shape}`)),
        },
      },
    }),
    [t, language],
  );
}

/** What tldraw calls a chosen shape when it speaks: it looks for `tool.<type>`. */
export function frameTypeWords(nameOf: (shape: FrameShapeName) => string): Record<string, string> {
  const names = ['goal', 'wedge', 'card', 'token'] as const;
  return Object.fromEntries(names.map((name) => [`tool.${frameShapeTypes[name]}`, nameOf(name)]));
}

export function frameOverrides(nameOf: (tool: FrameToolId) => string): TLUiOverrides {
  return {
    tools: (editor, tools) => ({
      ...tools,
      ...Object.fromEntries(
        frameToolIds.map((id) => [
          id,
          {
            id,
            // tldraw shows what it has no translation for as it is.
            label: nameOf(id),
            icon: <FrameToolIcon tool={id} />,
            kbd: letters[id],
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
            // What shows the map has its place in the map; the rest of the selection becomes the group.
            const free = editor.getSelectedShapeIds().filter((id) => !isProjected(id));
            if (free.length < 2) return;
            editor.setSelectedShapes(free);
            return group.onSelect(source);
          },
        },
      };
    },
  };
}

const tools: readonly ToolOffer[] = [
  { tool: 'select', item: <SelectToolbarItem key="select" /> },
  ...frameToolIds.map((id) => ({ tool: id, item: <ToolbarItem key={id} tool={id} /> })),
  { tool: 'note', item: <NoteToolbarItem key="note" /> },
  { tool: 'arrow', item: <ArrowToolbarItem key="arrow" /> },
  { tool: 'hand', item: <HandToolbarItem key="hand" /> },
  { tool: 'draw', item: <DrawToolbarItem key="draw" /> },
  { tool: 'eraser', item: <EraserToolbarItem key="eraser" /> },
  { tool: 'text', item: <TextToolbarItem key="text" /> },
  { tool: 'asset', item: <AssetToolbarItem key="asset" /> },
  { tool: 'geo', item: <RectangleToolbarItem key="rectangle" /> },
  { tool: 'geo', item: <EllipseToolbarItem key="ellipse" /> },
  { tool: 'geo', item: <RhombusToolbarItem key="rhombus" /> },
  { tool: 'line', item: <LineToolbarItem key="line" /> },
  { tool: 'highlight', item: <HighlightToolbarItem key="highlight" /> },
  { tool: 'laser', item: <LaserToolbarItem key="laser" /> },
  { tool: 'frame', item: <FrameToolbarItem key="frame" /> },
];

function FrameToolbar() {
  return (
    <DefaultToolbar>
      <PermittedTools tools={tools} />
    </DefaultToolbar>
  );
}
