/** What a thing of the cycle is called when it is spoken. */
import { say } from '../projected/ProjectedShapeUtil.ts';
import type { CycleShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';

export function spokenName({ type, props }: CycleShape): string | undefined {
  const t = say();
  if (t === null) return undefined;
  switch (type) {
    case cycleShapeTypes.round: {
      const state = t(props.isOpen ? 'cycle.open' : 'cycle.closed');
      return t('cycle.say.round', { number: props.number, state, question: props.text });
    }
    case cycleShapeTypes.quarter: {
      const { number, count } = props;
      return t('cycle.say.quarter', { stage: t(`cycle.stage.${props.stage}`), number, count });
    }
    case cycleShapeTypes.note:
      return t('cycle.say.note', { kind: t(`cycle.kind.${props.stage}`), text: props.text });
    case cycleShapeTypes.experiment:
      return t('cycle.say.experiment', { status: t(`cycle.status.${props.status}`), title: props.text });
    case cycleShapeTypes.link:
      return t('cycle.say.link');
  }
}
