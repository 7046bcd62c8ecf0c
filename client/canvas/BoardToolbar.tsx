/** tldraw's toolbar with the tools of the views; what the running step leaves out is missing. */
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
} from '@tldraw/tldraw';
import { PermittedTools, type ToolOffer } from './limits/PermittedTools.tsx';
import { viewTools } from './projected/viewTools.ts';

const tools: readonly ToolOffer[] = [
  { tool: 'select', item: <SelectToolbarItem key="select" /> },
  ...viewTools.map(({ id }) => ({ tool: id, item: <ToolbarItem key={id} tool={id} /> })),
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

export function BoardToolbar() {
  return (
    <DefaultToolbar>
      <PermittedTools tools={tools} />
    </DefaultToolbar>
  );
}
