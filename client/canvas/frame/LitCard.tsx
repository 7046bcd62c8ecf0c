/** A frame of light around the other cards of an organization that is chosen on one of them. */
import { type Editor, SVGContainer, computed, type Signal, useEditor, useValue } from '@tldraw/tldraw';
import type { CardShape, FrameShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';

const known = new WeakMap<Editor, Signal<ReadonlySet<string>>>();

/** Asked by every card: found once for all of them. */
function chosenOn(editor: Editor): Signal<ReadonlySet<string>> {
  const found = known.get(editor);
  if (found) return found;
  const made = computed<ReadonlySet<string>>('chosen organizations', () => {
    // Shapes of our own are not in tldraw's list of types.
    const shapes = editor.getSelectedShapes() as unknown as readonly FrameShape[];
    return new Set(
      shapes.flatMap((shape) => (shape.type === frameShapeTypes.card ? [shape.props.organizationId] : [])),
    );
  });
  known.set(editor, made);
  return made;
}

/** The card is there already; around the chosen one itself stands tldraw's own line. */
export function LitCard({ card: { props } }: { readonly card: CardShape }) {
  const editor = useEditor();
  const { organizationId, form } = props;
  const isLit = useValue('lit card', () => organizationId !== '' && chosenOn(editor).get().has(organizationId), [
    editor,
    organizationId,
  ]);
  if (!isLit) return null;
  const edge = 3 * form.ratio;
  return (
    <SVGContainer>
      <rect
        className="frame-lit"
        x={-edge / 2}
        y={-edge / 2}
        width={form.width + edge}
        height={form.height + edge}
        rx={6 * form.ratio}
        fill="none"
        strokeWidth={edge}
      />
    </SVGContainer>
  );
}
