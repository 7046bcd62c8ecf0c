/** Above the one chosen card of an organization that is not at the table: one press says that it is. */
import { type Editor, useValue } from '@tldraw/tldraw';
import type { FrameShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';

export interface EngagementButtonProps {
  readonly editor: Editor;
  readonly text: string;
  /** What a screen reader says. */
  readonly nameOf: (organization: string) => string;
  readonly isAway: (organization: string) => boolean;
  readonly onPress: (organization: string) => void;
}

/** A finger hits it. */
const height = 44;
const gap = 10;

export function EngagementButton({ editor, text, nameOf, isAway, onPress }: EngagementButtonProps) {
  const chosen = useValue('the chosen card', () => chosenCard(editor), [editor]);
  if (chosen === null || !isAway(chosen.organization)) return null;
  return (
    <button
      type="button"
      className="frame-press"
      aria-label={nameOf(chosen.organization)}
      style={{ left: chosen.x, top: chosen.y, height }}
      onClick={() => {
        onPress(chosen.organization);
        editor.focus();
      }}
    >
      {text}
    </button>
  );
}

/** Its organization, and where the button stands on the screen. */
function chosenCard(editor: Editor): { readonly organization: string; readonly x: number; readonly y: number } | null {
  if (!editor.isIn('select.idle') || editor.getIsReadonly()) return null;
  const [shape, ...others] = editor.getSelectedShapes();
  if (shape === undefined || others.length > 0) return null;
  // Shapes of our own are not in tldraw's list of types.
  const card = shape as unknown as FrameShape;
  const bounds = editor.getShapePageBounds(shape.id);
  if (card.type !== frameShapeTypes.card || bounds === undefined) return null;
  const screen = editor.getViewportScreenBounds();
  const top = editor.pageToScreen({ x: bounds.midX, y: bounds.minY });
  const y = top.y - height - gap;
  return {
    organization: card.props.organizationId,
    x: Math.min(Math.max(top.x, screen.minX + 80), screen.maxX - 80),
    // where there is no room above it stands below
    y: y > screen.minY + height ? y : editor.pageToScreen({ x: 0, y: bounds.maxY }).y + gap,
  };
}
