/** Tools that put something new into the frame: a click says where. What they make is a copy without an entity yet. */
import { createShapeId, StateNode, type TLStateNodeConstructor } from '@tldraw/tldraw';
import type { ViewTool } from '../projected/View.ts';
import { FrameToolIcon, type FrameToolId } from './FrameToolIcon.tsx';
import type { CollectionName } from '#shared/map/collections.ts';
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { frameMeasures } from '#shared/views/frame/frameMeasures.ts';

abstract class FrameTool extends StateNode {
  /** Type, size and props of what a click makes. */
  abstract made(): { readonly type: string; readonly w: number; readonly h: number; readonly props: object };

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }

  override onPointerUp(): void {
    const { editor } = this;
    if (editor.getIsReadonly()) return;
    const { type, w, h, props } = this.made();
    const { x, y } = editor.inputs.currentPagePoint;
    editor.markHistoryStoppingPoint(`adding ${this.id}`);
    editor.createShape({
      id: createShapeId(),
      type,
      parentId: editor.getCurrentPageId(),
      x: x - w / 2,
      y: y - h / 2,
      props,
    });
    if (!editor.getInstanceState().isToolLocked) editor.setCurrentTool('select');
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select');
  }
}

class InterestTool extends FrameTool {
  static override id = 'interest' as const satisfies FrameToolId;
  made() {
    return { type: frameShapeTypes.wedge, w: 0, h: 0, props: {} };
  }
}

class OrganizationTool extends FrameTool {
  static override id = 'organization' as const satisfies FrameToolId;
  made() {
    // layout writes it: until then it has about this size
    return { type: frameShapeTypes.card, w: 124, h: 34, props: {} };
  }
}

abstract class RepresentativeTool extends FrameTool {
  abstract readonly kind: RepresentativeKind;
  made() {
    const { size } = frameMeasures.token;
    return { type: frameShapeTypes.token, w: size, h: size, props: { kind: this.kind } };
  }
}

class DesigneeTool extends RepresentativeTool {
  static override id = 'designee' as const satisfies FrameToolId;
  readonly kind = 'designee';
}

class DoerTool extends RepresentativeTool {
  static override id = 'doer' as const satisfies FrameToolId;
  readonly kind = 'doer';
}

class DecisionMakerTool extends RepresentativeTool {
  static override id = 'decision_maker' as const satisfies FrameToolId;
  readonly kind = 'decision_maker';
}

/** Letters that tldraw leaves free: p(artner), s(peaks), w(orks), m(akes decisions). */
export const frameTools: readonly ViewTool[] = [
  frameTool('interest', 'i', InterestTool, 'interests'),
  frameTool('organization', 'p', OrganizationTool, 'organizations'),
  frameTool('designee', 's', DesigneeTool, 'representatives'),
  frameTool('doer', 'w', DoerTool, 'representatives'),
  frameTool('decision_maker', 'm', DecisionMakerTool, 'representatives'),
];

function frameTool(id: FrameToolId, letter: string, tool: TLStateNodeConstructor, makes: CollectionName): ViewTool {
  return { id, letter, tool, icon: <FrameToolIcon tool={id} />, makes, name: (t) => t(`frame.tools.${id}`) };
}
