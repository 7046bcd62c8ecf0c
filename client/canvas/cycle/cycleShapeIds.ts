/** Ids of the cycle's shapes: functions of the map's ids, the same on every screen. */
import type { TLShapeId } from '@tldraw/tldraw';
import type { LinkLine } from '#shared/views/cycle/CycleLayout.ts';
import type { Stage } from '#shared/kinds/values.ts';

export const roundShapeId = (round: string) => `shape:round.${round}` as TLShapeId;
export const quarterShapeId = (round: string, stage: Stage) => `shape:stage.${round}~${stage}` as TLShapeId;
export const noteShapeId = (note: string) => `shape:note.${note}` as TLShapeId;
export const experimentShapeId = (experiment: string) => `shape:experiment.${experiment}` as TLShapeId;
export const linkShapeId = ({ kind, from, to }: Pick<LinkLine, 'kind' | 'from' | 'to'>) =>
  `shape:link.${kind}~${from}~${to}` as TLShapeId;
